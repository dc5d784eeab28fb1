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
 * @param diagnosis its name for people
 * @param classIndex position of the diagnosis
 * @param fold which networks had not seen it
 * @param crops of its photos
 * @param answers one a model, in the order of the page
 * @param together status over all models: the worst
 * @param places where it stands for each model, from 0
 * @param place where it stands for all models together
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
     * A face as the networks see it.
     *
     * @param jpegBase64 a JPEG file without metadata
     * @param photo as in the manifest
     */
    public record Crop(String jpegBase64, int widthPx, int heightPx, String photo) {
        public String source() {
            return "data:image/jpeg;base64," + jpegBase64;
        }
    }

    /**
     * What a model said.
     *
     * @param model position
     * @param name of the model
     * @param predicted name of the class
     * @param set names of the classes in the prediction set
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
     * @param given probability as the network gives it
     * @param calibrated the same after scaling
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

    /** For the filters. */
    public String marks() {
        return "child c" + classIndex + " " + together.letter() + "a "
                + answers.stream()
                        .map(answer -> answer.status().letter() + answer.model())
                        .collect(Collectors.joining(" "));
    }

    /** For the order. */
    public String style() {
        return IntStream.range(0, places.size())
                        .mapToObj(m -> "--o" + m + ":" + places.get(m) + ";")
                        .collect(Collectors.joining())
                + "--oa:" + place;
    }
}
