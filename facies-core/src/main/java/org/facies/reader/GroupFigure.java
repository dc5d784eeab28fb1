package org.facies.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.metric.JudgedCase;
import org.facies.statistic.DeLong;

/** A metric in which a group of readers is compared with a model or with itself. */
enum GroupFigure {
    /** The proportion of cases that are classified correctly. */
    ACCURACY("accuracy") {
        @Override
        double[] withAndWithoutEach(List<JudgedCase> cases, int classes) {
            return byClass(
                    cases,
                    classes,
                    (correct, support) -> Arrays.stream(correct).sum()
                            / Arrays.stream(support).sum());
        }
    },
    /** The mean recall over the classes with cases; NaN if the only subject of a class is left out. */
    BALANCED_ACCURACY("balanced_accuracy") {
        @Override
        double[] withAndWithoutEach(List<JudgedCase> cases, int classes) {
            boolean[] present = new boolean[classes];
            cases.forEach(one -> present[one.truth()] = true);
            return byClass(
                    cases,
                    classes,
                    (correct, support) -> IntStream.range(0, classes)
                            .filter(c -> present[c])
                            .mapToDouble(c -> support[c] == 0 ? Double.NaN : correct[c] / support[c])
                            .average()
                            .orElse(Double.NaN));
        }
    },
    /** The mean area under the ROC curve of each class against all others, with one case for each subject. */
    AUC_OVR_MACRO("auc_ovr_macro") {
        @Override
        double[] withAndWithoutEach(List<JudgedCase> cases, int classes) {
            double[] sums = new double[cases.size() + 1];
            for (int c = 0; c < classes; c++) {
                DeLong area = area(cases, c);
                double[] without = area.withoutEach();
                sums[0] += area.auc() / classes;
                for (int i = 0; i < without.length; i++) {
                    sums[i + 1] += without[i] / classes;
                }
            }
            return sums;
        }
    };

    private final String key;

    GroupFigure(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /**
     * The metric, followed by the metric without each subject (and all photos of that subject) in turn.
     *
     * @return double[1 + subjects], subjects in order of appearance
     */
    abstract double[] withAndWithoutEach(List<JudgedCase> cases, int classes);

    private interface OfCounts {
        double figure(double[] correct, double[] support);
    }

    private static double[] byClass(List<JudgedCase> cases, int classes, OfCounts figure) {
        double[] correct = new double[classes];
        double[] support = new double[classes];
        Map<String, List<JudgedCase>> bySubject = new LinkedHashMap<>();
        for (JudgedCase one : cases) {
            count(one, correct, support, 1);
            bySubject.computeIfAbsent(one.subject(), none -> new ArrayList<>()).add(one);
        }
        double[] figures = new double[bySubject.size() + 1];
        figures[0] = figure.figure(correct, support);
        int next = 1;
        for (List<JudgedCase> subject : bySubject.values()) {
            subject.forEach(one -> count(one, correct, support, -1));
            figures[next++] = figure.figure(correct, support);
            subject.forEach(one -> count(one, correct, support, 1));
        }
        return figures;
    }

    private static void count(JudgedCase one, double[] correct, double[] support, int times) {
        support[one.truth()] += times;
        correct[one.truth()] += one.isCorrect() ? times : 0;
    }

    private static DeLong area(List<JudgedCase> cases, int c) {
        boolean[] positive = new boolean[cases.size()];
        double[] scores = new double[cases.size()];
        for (int i = 0; i < scores.length; i++) {
            positive[i] = cases.get(i).truth() == c;
            scores[i] = cases.get(i).probabilities()[c];
        }
        return DeLong.of(scores, positive);
    }
}
