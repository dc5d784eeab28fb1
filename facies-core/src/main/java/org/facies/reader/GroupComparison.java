package org.facies.reader;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.JudgedCase;
import org.facies.metric.Level;
import org.facies.metric.PredictionTable;
import org.facies.metric.ResampledFigures;
import org.facies.schema.OmitEmpty;
import org.facies.statistic.Interval;
import org.facies.statistic.ModalityComparison;
import org.facies.statistic.MultipleTesting;
import org.facies.statistic.ObuchowskiRockette;
import org.facies.statistic.ReaderCovariance;

/**
 * Comparison of a model with the group of readers on the cases that all readers answered, with random readers and
 * random cases ({@link ObuchowskiRockette#readersAgainstModel}). Error covariances come from the jackknife over
 * subjects.
 *
 * @param figure the key of the figure of merit
 * @param n number of cases
 * @param value of the model
 * @param readers mean over the readers
 * @param difference readers minus model
 * @param t the test statistic; it and p are NaN if nothing varies
 * @param pHolm p value with Holm's correction over the models, for this metric
 * @param reason why p is undefined; empty when it is defined
 */
public record GroupComparison(
        String model,
        String figure,
        Level level,
        int n,
        @JsonProperty("model_value") double value,
        @JsonProperty("readers_mean") double readers,
        Estimate difference,
        double t,
        double degreesOfFreedom,
        double p,
        double pHolm,
        @OmitEmpty String reason) {

    static final String METHOD = "obuchowski-rockette";

    static final String NOTHING_VARIES = "the readers do not differ from each other, or a class has too few children";

    /**
     * A comparison of every model in every metric that the answers allow; empty for fewer than two readers or cases.
     */
    static List<GroupComparison> of(PredictionTable table, ReaderAnswers answers, ReaderCases cases) {
        Set<String> common = answers.judgedByAll();
        if (answers.readers().size() < 2 || common.size() < 2) {
            return List.of();
        }
        boolean isWeighed = answers.readers().stream().allMatch(Reader::isWeighed);
        List<List<JudgedCase>> answered = answers.readers().stream()
                .map(reader -> ordered(cases.judged(reader), common))
                .toList();
        Map<String, List<JudgedCase>> models = new LinkedHashMap<>();
        table.models().forEach(model -> models.put(model, ordered(JudgedCase.of(table, model, cases.level()), common)));
        List<GroupComparison> all = new ArrayList<>();
        all.addAll(of(GroupFigure.ACCURACY, models, answered, cases));
        all.addAll(of(GroupFigure.BALANCED_ACCURACY, models, answered, cases));
        if (isWeighed && cases.level() == Level.SUBJECT) {
            List<List<JudgedCase>> weighed = answers.readers().stream()
                    .map(reader -> ordered(cases.weighed(reader), common))
                    .toList();
            all.addAll(of(GroupFigure.AUC_OVR_MACRO, models, weighed, cases));
        }
        return all;
    }

    /** The common cases, sorted by id. */
    static List<JudgedCase> ordered(List<JudgedCase> judged, Set<String> common) {
        return judged.stream()
                .filter(one -> common.contains(one.id()))
                .sorted(Comparator.comparing(JudgedCase::id))
                .toList();
    }

    private static List<GroupComparison> of(
            GroupFigure figure,
            Map<String, List<JudgedCase>> models,
            List<List<JudgedCase>> answered,
            ReaderCases cases) {
        int classes = cases.classes().size();
        List<double[]> readers = answered.stream()
                .map(own -> figure.withAndWithoutEach(own, classes))
                .toList();
        List<GroupComparison> raw = new ArrayList<>();
        models.forEach((name, own) -> raw.add(
                compare(name, figure.withAndWithoutEach(own, classes), readers, figure, own.size(), cases.level())));
        return MultipleTesting.holm(raw, GroupComparison::pHolm, GroupComparison::withHolm);
    }

    private static GroupComparison compare(
            String name, double[] model, List<double[]> readers, GroupFigure figure, int n, Level level) {
        double[] differences =
                readers.stream().mapToDouble(reader -> reader[0] - model[0]).toArray();
        double[][] withoutEach = readers.stream()
                .map(reader -> IntStream.range(1, model.length)
                        .mapToDouble(i -> reader[i] - model[i])
                        .toArray())
                .toArray(double[][]::new);
        ModalityComparison test = ObuchowskiRockette.readersAgainstModel(
                differences, ReaderCovariance.jackknife(new double[][][] {withoutEach}));
        double mean =
                readers.stream().mapToDouble(reader -> reader[0]).average().orElseThrow();
        boolean hasWidth = ResampledFigures.hasWidth(test.interval());
        double df = test.denominatorDegreesOfFreedom();
        return new GroupComparison(
                name,
                figure.key(),
                level,
                n,
                model[0],
                mean,
                new Estimate(
                        test.difference(),
                        hasWidth ? test.interval() : Interval.UNDEFINED,
                        METHOD,
                        hasWidth ? "" : NOTHING_VARIES),
                test.statistic(),
                Double.isFinite(df) ? df : Double.NaN,
                test.p(),
                test.p(),
                Double.isNaN(test.p()) ? NOTHING_VARIES : "");
    }

    private GroupComparison withHolm(double adjusted) {
        return new GroupComparison(
                model, figure, level, n, value, readers, difference, t, degreesOfFreedom, p, adjusted, reason);
    }
}
