package org.facies.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.facies.statistic.Order;
import org.facies.statistic.TopLabelCalibration;

/**
 * Predictions of one model for each subject that it had not been trained on: the mean over the subject's photos, with
 * the subject's fold. Where folds split subjects (by photo), a subject counts to the fold of its first photo.
 */
public final class HeldOutSubjects {
    private final List<String> classes;
    private final String[] ids;
    private final int[] folds;
    private final int[] truth;
    private final double[][] probabilities;
    private final Optional<HeldOutSubjects> fittingSet;

    private HeldOutSubjects(List<String> classes, String[] ids, int[] folds, int[] truth, double[][] probabilities) {
        this(classes, ids, folds, truth, probabilities, Optional.empty());
    }

    private HeldOutSubjects(
            List<String> classes,
            String[] ids,
            int[] folds,
            int[] truth,
            double[][] probabilities,
            Optional<HeldOutSubjects> fittingSet) {
        this.classes = List.copyOf(classes);
        this.ids = ids;
        this.folds = folds;
        this.truth = truth;
        this.probabilities = probabilities;
        this.fittingSet = fittingSet;
    }

    /** The subjects of a model, in the table's order. */
    public static HeldOutSubjects of(PredictionTable table, String model) {
        List<Prediction> predictions = table.of(model);
        Map<String, Integer> foldOf = new HashMap<>();
        predictions.forEach(prediction -> foldOf.putIfAbsent(prediction.subject(), prediction.fold()));
        List<Case> cases = Case.of(Level.SUBJECT, predictions, table.classes());
        return new HeldOutSubjects(
                table.classes(),
                cases.stream().map(Case::id).toArray(String[]::new),
                cases.stream().mapToInt(one -> foldOf.get(one.id())).toArray(),
                cases.stream().mapToInt(Case::truth).toArray(),
                cases.stream().map(Case::probabilities).toArray(double[][]::new));
    }

    /**
     * The same subjects with other probabilities.
     *
     * @param others double[subjects][classes], rows summing to 1
     */
    public HeldOutSubjects with(double[][] others) {
        if (others.length != size()) {
            throw new IllegalArgumentException(others.length + " rows for " + size() + " subjects");
        }
        return new HeldOutSubjects(classes, ids, folds, truth, others.clone(), fittingSet);
    }

    /**
     * The same subjects, with everything fitted on these others instead of on each other: thresholds of a study that
     * are applied to another cohort.
     *
     * @param run subjects of the same classes
     */
    public HeldOutSubjects fittedOn(HeldOutSubjects run) {
        if (!run.classes.equals(classes)) {
            throw new IllegalArgumentException("classes " + run.classes + " and " + classes);
        }
        return new HeldOutSubjects(classes, ids, folds, truth, probabilities, Optional.of(run));
    }

    /** Whether everything is fitted on another cohort. */
    public boolean areFittedElsewhere() {
        return fittingSet.isPresent();
    }

    /** Whether there are subjects to fit on: other folds, or another cohort. */
    public boolean hasFittingSet() {
        return areFittedElsewhere() || folds().size() > 1;
    }

    /**
     * The subjects used to fit whatever is applied to a fold: those of all other folds, or the other cohort.
     */
    public HeldOutSubjects fittingSet(int fold) {
        return fittingSet.orElseGet(() -> only(inFolds(other -> other != fold)));
    }

    /** The subjects at these positions. */
    public HeldOutSubjects only(int[] positions) {
        int n = positions.length;
        HeldOutSubjects some = new HeldOutSubjects(classes, new String[n], new int[n], new int[n], new double[n][]);
        for (int k = 0; k < n; k++) {
            some.ids[k] = ids[positions[k]];
            some.folds[k] = folds[positions[k]];
            some.truth[k] = truth[positions[k]];
            some.probabilities[k] = probabilities[positions[k]];
        }
        return some;
    }

    /** Positions of the subjects of the wanted folds. */
    public int[] inFolds(IntPredicate wanted) {
        return IntStream.range(0, size()).filter(i -> wanted.test(folds[i])).toArray();
    }

    /** The folds there are, ascending. */
    public List<Integer> folds() {
        return IntStream.of(folds).distinct().sorted().boxed().toList();
    }

    public int size() {
        return ids.length;
    }

    public List<String> classes() {
        return classes;
    }

    public String id(int i) {
        return ids[i];
    }

    public int fold(int i) {
        return folds[i];
    }

    /** Position of the true class. */
    public int truth(int i) {
        return truth[i];
    }

    /** The true class of every subject: the strata of the bootstrap. */
    public int[] truths() {
        return truth.clone();
    }

    public double probability(int i, int classIndex) {
        return probabilities[i][classIndex];
    }

    /** double[classes], summing to 1. */
    public double[] probabilities(int i) {
        return probabilities[i].clone();
    }

    /** The first of the most probable classes. */
    public int predicted(int i) {
        return Order.largest(probabilities[i]);
    }

    /** The probability of the most probable class. */
    public double confidence(int i) {
        return probabilities[i][predicted(i)];
    }

    public boolean isCorrect(int i) {
        return predicted(i) == truth[i];
    }

    /** Whether the confidence of the answers is what it should be. */
    public TopLabelCalibration topLabelCalibration() {
        double[] confidence = new double[size()];
        boolean[] correct = new boolean[size()];
        for (int i = 0; i < correct.length; i++) {
            confidence[i] = confidence(i);
            correct[i] = isCorrect(i);
        }
        return new TopLabelCalibration(confidence, correct);
    }
}
