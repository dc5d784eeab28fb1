package org.facies.report.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.metric.Prediction;

/**
 * Out-of-fold probabilities of one model with the true classes, one row a subject: the mean over the subject's photos.
 * Holds no identifier.
 */
public final class Outcomes {
    private final List<String> classes;
    private final List<String> diagnoses = new ArrayList<>();
    private final List<double[]> probabilities = new ArrayList<>();

    private Outcomes(List<String> classes) {
        this.classes = List.copyOf(classes);
    }

    static Outcomes ofSubjects(List<String> classes, List<Prediction> predictions) {
        Map<String, List<Prediction>> bySubject = new LinkedHashMap<>();
        predictions.forEach(prediction -> bySubject
                .computeIfAbsent(prediction.subject(), s -> new ArrayList<>())
                .add(prediction));
        Outcomes outcomes = new Outcomes(classes);
        for (List<Prediction> photos : bySubject.values()) {
            outcomes.diagnoses.add(photos.get(0).diagnosis());
            outcomes.probabilities.add(mean(photos, classes.size()));
        }
        return outcomes;
    }

    /** Probability of the class for each subject. */
    public double[] scores(String diagnosis) {
        int index = classes.indexOf(diagnosis);
        return probabilities.stream().mapToDouble(row -> row[index]).toArray();
    }

    /** For each subject whether this is the true class. */
    public boolean[] positive(String diagnosis) {
        boolean[] positive = new boolean[diagnoses.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = diagnoses.get(i).equals(diagnosis);
        }
        return positive;
    }

    /** Whether there are subjects of the class and subjects of others. */
    public boolean isMixed(String diagnosis) {
        return diagnoses.contains(diagnosis) && diagnoses.stream().anyMatch(other -> !other.equals(diagnosis));
    }

    /** Probability of the answer given, for each subject. */
    public double[] confidence() {
        return probabilities.stream()
                .mapToDouble(row -> Arrays.stream(row).max().orElseThrow())
                .toArray();
    }

    /** For each subject whether the answer given, the first of the most probable, is right. */
    public boolean[] right() {
        boolean[] right = new boolean[diagnoses.size()];
        double[] confidence = confidence();
        for (int i = 0; i < right.length; i++) {
            int answer = 0;
            while (probabilities.get(i)[answer] != confidence[i]) {
                answer++;
            }
            right[i] = classes.get(answer).equals(diagnoses.get(i));
        }
        return right;
    }

    /** Every photo counts the same: its probabilities are brought to sum 1 first, and so is their sum. */
    private static double[] mean(List<Prediction> photos, int classes) {
        double[] sum = new double[classes];
        for (Prediction photo : photos) {
            double[] own = normalised(photo.probabilities().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
            for (int c = 0; c < classes; c++) {
                sum[c] += own[c];
            }
        }
        return normalised(sum);
    }

    private static double[] normalised(double[] scores) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        double total = sum;
        return Arrays.stream(scores).map(score -> score / total).toArray();
    }
}
