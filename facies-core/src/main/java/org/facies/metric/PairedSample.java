package org.facies.metric;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.facies.statistic.Jackknife;

/**
 * One model of one repeat over subjects, by their names in ascending order.
 *
 * @param scores of all subjects
 * @param withoutEach by the group of subjects left out
 * @param correct boolean[subjects]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PairedSample(Scores scores, List<Scores> withoutEach, boolean[] correct) {

    /** @param jackknife over the subjects, by their names in ascending order */
    static PairedSample of(
            PredictionTable table, String model, List<Metric> metrics, Jackknife jackknife, int threads) {
        Set<Metric.Part> parts = EnumSet.of(Metric.Part.ANSWERS);
        metrics.forEach(metric -> parts.add(metric.figure().part()));
        List<Case> subjects = Case.of(Level.SUBJECT, table.of(model), table.classes()).stream()
                .sorted(Comparator.comparing(Case::subject))
                .toList();
        Sample sample = new Sample(subjects, table.classes().size(), parts);
        int[] truth = subjects.stream().mapToInt(Case::truth).toArray();
        List<Scores> without = jackknife.map(group -> sample.scores(othersInTheirPlace(truth, group), parts), threads);
        return new PairedSample(sample.scores(), without, sample.correct());
    }

    Scores without(int group) {
        return withoutEach.get(group);
    }

    /** The class of each subject, by their names in ascending order. */
    static Map<String, Integer> classOfSubject(PredictionTable table) {
        Map<String, Integer> classes = new TreeMap<>();
        for (Prediction prediction : table.predictions()) {
            classes.put(prediction.subject(), table.classes().indexOf(prediction.diagnosis()));
        }
        return classes;
    }

    /**
     * Leaves out subjects of a class and lets the others of the class count for them, so that every class keeps its
     * share: intervals take the composition of the cohort as given, and leaving a subject out must not change it. Among
     * so many subjects that their weights would not fit, it makes almost no difference, and each counts once.
     */
    private static int[] othersInTheirPlace(int[] truth, int[] group) {
        int own = truth[group[0]];
        int size = 0;
        for (int label : truth) {
            size += label == own ? 1 : 0;
        }
        boolean isCounted = (long) size * truth.length < Integer.MAX_VALUE;
        int[] weights = new int[truth.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = !isCounted ? 1 : truth[i] == own ? size : size - group.length;
        }
        for (int i : group) {
            weights[i] = 0;
        }
        return weights;
    }
}
