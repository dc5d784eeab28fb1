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
 * @param record the answer of the model
 * @param photos in the order of the record
 * @param isWhole whether more than the answer is shown
 * @param isOpen whether it is unfolded when the page opens
 */
public record ShownChild(PredictionRecord record, List<ShownPhoto> photos, boolean isWhole, boolean isOpen) {
    /** Height of the number above the box of a face, in hundredths of the picture. */
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
     * The pictures of a photo.
     *
     * @param photo the whole photo
     * @param crop empty if no face was used
     */
    public record Pictures(Picture photo, Optional<Picture> crop) {}

    /**
     * A picture in the page.
     *
     * @param jpegBase64 a JPEG file without metadata
     * @param scale its width divided by that of the photo
     */
    public record Picture(String jpegBase64, int widthPx, int heightPx, double scale) {

        public String source() {
            return "data:image/jpeg;base64," + jpegBase64;
        }
    }

    /**
     * A photo on the page.
     *
     * @param pictures empty if the page already shows enough photos, or the photo could not be decoded
     */
    public record ShownPhoto(PredictionRecord.Photo photo, Optional<Pictures> pictures) {

        /** The boxes of the faces, in pixels of the picture. */
        public List<Box> boxes() {
            double scale = pictures.map(shown -> shown.photo().scale()).orElse(1.0);
            return photo.faces().stream()
                    .map(face -> Box.of(face, scale, unitPx()))
                    .toList();
        }

        /**
         * The unit of line widths and letters: a fraction of the picture's size, so that boxes look the same in all
         * pictures.
         */
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

    /** The age as text; empty if it is unknown. */
    public String age() {
        return record.ageMonths()
                .map(months -> "Age: " + Numbers.axis(months) + " months.")
                .orElse("");
    }

    /** The classes by decreasing probability. */
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
     * @param study with the class frequencies of the study
     * @param site with the class frequencies of the site, if they are known
     */
    public record Bar(String name, boolean isPredicted, Share study, Optional<Share> site) {}

    /** A probability. */
    public record Share(double value) {

        /** As text. */
        public String percent() {
            return value > 0 && value < 0.0005 ? "<\u00a00.1\u00a0%" : Numbers.percent(value);
        }

        /** As a property of the style sheet. */
        public String style() {
            return String.format(Locale.ROOT, "--share:%.4f", Double.isFinite(value) ? value : 0);
        }
    }

    /** The classes of a prediction set, or "no class". */
    public static String classes(PredictionRecord.PredictionSet set) {
        return set.classes().isEmpty() ? "no class" : String.join(", ", set.classes());
    }

    public static String level(PredictionRecord.PredictionSet set) {
        return set.levelPercent() + "\u00a0%";
    }

    /** A value with its interval. */
    public static Figure figure(Estimate estimate) {
        EstimateText text = EstimateText.of(estimate);
        return new Figure(text.text(), text.intervalText());
    }

    /**
     * A value as text.
     *
     * @param interval empty without an interval
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
