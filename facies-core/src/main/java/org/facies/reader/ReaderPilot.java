package org.facies.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.facies.input.BadInput;
import org.facies.metric.JudgedCase;
import org.facies.metric.Level;
import org.facies.metric.PredictionTable;
import org.facies.statistic.ReaderCovariance;
import org.facies.statistic.ReaderVariance;

/**
 * The variability of the readers in a pilot, for planning. The cases are the subjects that all readers answered. Errors
 * come from the jackknife over subjects.
 */
public final class ReaderPilot {
    private final String source;
    private final PredictionTable table;
    private final ReaderAnswers answers;
    private final ReaderCases cases;
    private final GroupFigure figure;

    /**
     * A pilot.
     *
     * @param source path of the file, for messages
     * @param table predictions for the cases
     * @param figure {@code accuracy}, {@code balanced_accuracy} or {@code auc_ovr_macro}
     * @throws BadInput if the pilot has too few readers or cases, or lacks what the metric needs
     */
    public ReaderPilot(String source, PredictionTable table, ReaderAnswers answers, String figure) {
        this.source = source;
        this.table = table;
        this.answers = answers;
        this.cases = new ReaderCases(table, answers.level());
        this.figure = Arrays.stream(GroupFigure.values())
                .filter(known -> known.key().equals(figure))
                .findFirst()
                .orElseThrow();
        requireEnough();
    }

    private void requireEnough() {
        if (answers.readers().size() < 2) {
            throw new BadInput(
                    source,
                    "",
                    "has one reader, which does not show how readers differ",
                    "Use a pilot with at least two readers, or plan without --pilot.");
        }
        if (subjects() < 2) {
            throw new BadInput(
                    source,
                    "",
                    "has fewer than two children that all readers answered",
                    "Use a pilot in which all readers answered the same cases, or plan without --pilot.");
        }
        boolean isWeighed = answers.readers().stream().allMatch(Reader::isWeighed);
        if (figure == GroupFigure.AUC_OVR_MACRO && !(isWeighed && answers.level() == Level.SUBJECT)) {
            throw new BadInput(
                    source,
                    "",
                    "has answers without a confidence, or answers about photos, so the area under the curve cannot"
                            + " be computed",
                    "Plan with --figure accuracy.");
        }
    }

    /** The number of subjects that all readers answered. */
    public int subjects() {
        return (int)
                answers.judgedByAll().stream().map(cases::subject).distinct().count();
    }

    /** The accuracy of a model over subjects. */
    public static double accuracy(PredictionTable table, String model) {
        return JudgedCase.of(table, model, Level.SUBJECT).stream()
                .mapToDouble(one -> one.isCorrect() ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** The number of readers. */
    public int readers() {
        return answers.readers().size();
    }

    /** Whether at least one reader is simulated. */
    public boolean isSimulated() {
        return answers.readers().stream().anyMatch(Reader::isSimulated);
    }

    /** The mean over the readers. */
    public double mean() {
        Set<String> common = answers.judgedByAll();
        return answers.readers().stream()
                .mapToDouble(reader -> values(judged(reader, common))[0])
                .average()
                .orElseThrow();
    }

    /** The variance components of the readers' mean. */
    public ReaderVariance ofMean() {
        Set<String> common = answers.judgedByAll();
        return ofMean(answers.readers().stream()
                .map(reader -> values(judged(reader, common)))
                .toList());
    }

    /** The variance components of the mean difference between the readers and a model of the table. */
    public ReaderVariance againstModel(String model) {
        Set<String> common = answers.judgedByAll();
        double[] own = values(GroupComparison.ordered(JudgedCase.of(table, model, cases.level()), common));
        return ofMean(answers.readers().stream()
                .map(reader -> minus(values(judged(reader, common)), own))
                .toList());
    }

    /**
     * The variance components of the effect of a model on readers; empty unless at least two readers answered at least
     * two cases without and with the model.
     */
    public Optional<ReaderVariance> aided() {
        List<AidedPairs> pairs = new ArrayList<>();
        answers.readers().forEach(reader -> AidedPairs.of(reader).ifPresent(pairs::add));
        boolean isAsked = figure != GroupFigure.AUC_OVR_MACRO || pairs.stream().allMatch(AidedPairs::isWeighed);
        if (pairs.size() < 2 || !isAsked) {
            return Optional.empty();
        }
        Set<String> common = new HashSet<>(pairs.get(0).cases());
        pairs.forEach(one -> common.retainAll(one.cases()));
        if (common.stream().map(cases::subject).distinct().count() < 2) {
            return Optional.empty();
        }
        double[][] figures = new double[2][pairs.size()];
        double[][][] withoutEach = new double[2][pairs.size()][];
        for (int j = 0; j < pairs.size(); j++) {
            put(values(judged(pairs.get(j).aided(), common)), figures[0], withoutEach[0], j);
            put(values(judged(pairs.get(j).unaided(), common)), figures[1], withoutEach[1], j);
        }
        return Optional.of(ReaderVariance.ofDifference(
                figures, ReaderCovariance.jackknife(withoutEach), withoutEach[0][0].length));
    }

    private List<JudgedCase> judged(Reader reader, Set<String> common) {
        return GroupComparison.ordered(
                figure == GroupFigure.AUC_OVR_MACRO ? cases.weighed(reader) : cases.judged(reader), common);
    }

    /** The metric, followed by the metric without each subject in turn. */
    private double[] values(List<JudgedCase> judged) {
        double[] values = figure.withAndWithoutEach(judged, cases.classes().size());
        if (Arrays.stream(values).anyMatch(Double::isNaN)) {
            throw new BadInput(
                    source,
                    "",
                    "has a class with fewer than two children that all readers answered",
                    "Plan with --figure accuracy, or use a pilot with more children of each class.");
        }
        return values;
    }

    private static ReaderVariance ofMean(List<double[]> values) {
        double[] figures = new double[values.size()];
        double[][] withoutEach = new double[values.size()][];
        for (int j = 0; j < figures.length; j++) {
            put(values.get(j), figures, withoutEach, j);
        }
        return ReaderVariance.ofMean(
                figures, ReaderCovariance.jackknife(new double[][][] {withoutEach}), withoutEach[0].length);
    }

    private static void put(double[] values, double[] figures, double[][] withoutEach, int j) {
        figures[j] = values[0];
        withoutEach[j] = Arrays.copyOfRange(values, 1, values.length);
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }
}
