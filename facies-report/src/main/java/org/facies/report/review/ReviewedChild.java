package org.facies.report.review;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facies.report.text.Numbers;

/**
 * A child on the page.
 *
 * @param id as in the manifest
 * @param diagnosis display name
 * @param classIndex position of the diagnosis in class order
 * @param fold that tested the child: its networks have not seen the child
 * @param crops of its photos
 * @param answers one for each model, in the order of the page
 * @param together the worst status over all models
 * @param places position of the child for each model, from 0
 * @param place position of the child for all models together
 */
public record ReviewedChild(
        String id,
        String diagnosis,
        int classIndex,
        String fold,
        List<Crop> crops,
        List<Answer> answers,
        ReviewStatus together,
        List<Integer> places,
        int place) {

    public ReviewedChild {
        crops = List.copyOf(crops);
        answers = List.copyOf(answers);
        places = List.copyOf(places);
    }

    /**
     * An aligned face, which is the input of the networks.
     *
     * @param jpegBase64 a JPEG file without metadata
     * @param photo path in the manifest
     */
    public record Crop(String jpegBase64, int widthPx, int heightPx, String photo) {
        public String source() {
            return "data:image/jpeg;base64," + jpegBase64;
        }
    }

    /**
     * The answer of a model.
     *
     * @param model position of the model
     * @param name of the model
     * @param predicted display name of the class
     * @param set display names of the classes in the prediction set
     * @param bars in class order
     */
    public record Answer(
            int model, String name, ReviewStatus status, String predicted, List<String> set, List<Bar> bars) {
        public Answer {
            set = List.copyOf(set);
            bars = List.copyOf(bars);
        }

        public String setText() {
            return set.isEmpty() ? "no class" : String.join(", ", set);
        }
    }

    /**
     * A class.
     *
     * @param given probability from the network
     * @param calibrated the same after calibration
     */
    public record Bar(String name, boolean isDiagnosis, boolean isPredicted, double given, double calibrated) {
        public String givenText() {
            return percent(given);
        }

        public String calibratedText() {
            return percent(calibrated);
        }

        public String style() {
            return String.format(Locale.ROOT, "--share:%.4f", given);
        }

        private static String percent(double share) {
            return Numbers.percent(share);
        }
    }

    /** The CSS classes for the filters. */
    public String marks() {
        return "child c" + classIndex + " " + together.letter() + "a "
                + answers.stream()
                        .map(answer -> answer.status().letter() + answer.model())
                        .collect(Collectors.joining(" "));
    }

    /** The CSS properties for the order. */
    public String style() {
        return IntStream.range(0, places.size())
                        .mapToObj(m -> "--o" + m + ":" + places.get(m) + ";")
                        .collect(Collectors.joining())
                + "--oa:" + place;
    }
}
