package org.facies.report.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;
import org.facies.result.PredictionRecord;

/**
 * A child on the page.
 *
 * @param record what the model says
 * @param photos in the order of the record
 * @param isWhole whether there is more than the answer
 * @param isOpen whether its numbers are shown at once
 */
public record ShownChild(PredictionRecord record, List<ShownPhoto> photos, boolean isWhole, boolean isOpen) {
    /** In hundredths of the picture: the number of a face, which stands above its box. */
    private static final double LETTERS_HIGH = 6;

    public ShownChild {
        photos = List.copyOf(photos);
    }

    /**
     * A child.
     *
     * @param number of the child on the page, from 1
     * @param pictures of each photo, in the order of the record
     */
    public static ShownChild of(
            PredictionPage page, int number, PredictionRecord record, List<Optional<Pictures>> pictures) {
        List<ShownPhoto> photos = new ArrayList<>();
        for (int i = 0; i < record.photos().size(); i++) {
            photos.add(new ShownPhoto(record.photos().get(i), pictures.get(i)));
        }
        return new ShownChild(record, photos, page.isWhole(number), page.isOpen());
    }

    /**
     * What is shown of a photo.
     *
     * @param photo the whole of it
     * @param crop empty where no face was taken
     */
    public record Pictures(Picture photo, Optional<Picture> crop) {}

    /**
     * A picture in the page.
     *
     * @param jpegBase64 a JPEG file without metadata
     * @param scale its width over that of the photo
     */
    public record Picture(String jpegBase64, int widthPx, int heightPx, double scale) {

        public String source() {
            return "data:image/jpeg;base64," + jpegBase64;
        }
    }

    /**
     * A photo on the page.
     *
     * @param pictures empty where the page is full, or the photo could not be decoded
     */
    public record ShownPhoto(PredictionRecord.Photo photo, Optional<Pictures> pictures) {

        /** The faces in pixels of the picture. */
        public List<Box> boxes() {
            double scale = pictures.map(shown -> shown.photo().scale()).orElse(1.0);
            return photo.faces().stream()
                    .map(face -> Box.of(face, scale, unitPx()))
                    .toList();
        }

        /** Lines and letters of the boxes are a share of the picture's size, so that they look alike in all. */
        public String unit() {
            return px(unitPx());
        }

        private double unitPx() {
            return pictures.map(shown ->
                            Math.max(shown.photo().widthPx(), shown.photo().heightPx()) / 100.0)
                    .orElse(1.0);
        }

        public String described() {
            return "The photo with "
                    + (photo.faces().size() == 1 ? "1 face" : photo.faces().size() + " faces")
                    + " in boxes, numbered from left to right. " + photo.face().orElse("");
        }
    }

    /** A face in a picture. */
    public record Box(int number, String x, String y, String width, String height, String labelY, boolean isTaken) {
        static Box of(PredictionRecord.Face face, double scale, double unitPx) {
            return new Box(
                    face.number(),
                    px(face.left() * scale),
                    px(face.top() * scale),
                    px((face.right() - face.left()) * scale),
                    px((face.bottom() - face.top()) * scale),
                    px(Math.max(face.top() * scale - unitPx, LETTERS_HIGH * unitPx)),
                    face.isTaken());
        }
    }

    /** Empty where it is not known. */
    public String age() {
        return record.ageMonths()
                .map(months -> "Age: " + Numbers.axis(months) + " months.")
                .orElse("");
    }

    /** Classes with the most probable one first. */
    public List<Bar> bars() {
        return record.answer().stream()
                .flatMap(said -> said.classes().stream()
                        .sorted((a, b) -> Double.compare(b.study(), a.study()))
                        .map(one -> new Bar(
                                one.name(),
                                one.label().equals(said.predicted()),
                                new Share(one.study()),
                                one.site().map(Share::new))))
                .toList();
    }

    /**
     * A class.
     *
     * @param study among children in the study's mix
     * @param site among children of the site
     */
    public record Bar(String name, boolean isPredicted, Share study, Optional<Share> site) {}

    /** A probability. */
    public record Share(double value) {

        /** For people. */
        public String percent() {
            return value > 0 && value < 0.0005 ? "<\u00a00.1\u00a0%" : Numbers.percent(value);
        }

        /** For the style sheet. */
        public String style() {
            return String.format(Locale.ROOT, "--share:%.4f", Double.isFinite(value) ? value : 0);
        }
    }

    /** The classes of a prediction set, or that there is none. */
    public static String classes(PredictionRecord.PredictionSet set) {
        return set.classes().isEmpty() ? "no class" : String.join(", ", set.classes());
    }

    public static String level(PredictionRecord.PredictionSet set) {
        return set.levelPercent() + "\u00a0%, "
                + (set.assurance().equals("average") ? "on average" : "in nine of ten cohorts");
    }

    /** A figure with its interval. */
    public static Figure figure(Estimate estimate) {
        EstimateText text = EstimateText.of(estimate);
        return new Figure(text.text(), text.intervalText());
    }

    /**
     * A figure.
     *
     * @param interval empty where there is none
     */
    public record Figure(String value, String interval) {}

    public static String percent(double share) {
        return new Share(share).percent();
    }

    public static String held(PredictionRecord.Point point) {
        return point.fixed() + " " + Numbers.roundPercent(point.at());
    }

    private static String px(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
