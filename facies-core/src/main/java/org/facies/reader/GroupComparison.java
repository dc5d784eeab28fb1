package org.facies.reader;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.facies.metric.JsonNumber;
import org.facies.metric.JudgedCase;
import org.facies.metric.Level;
import org.facies.metric.PredictionTable;
import org.facies.metric.Resampled;
import org.facies.statistic.Interval;
import org.facies.statistic.ModalityComparison;
import org.facies.statistic.MultipleTesting;
import org.facies.statistic.ObuchowskiRockette;
import org.facies.statistic.ReaderCovariance;

/**
 * A model against the group of readers, readers and cases both standing for others ({@link
 * ObuchowskiRockette#readersAgainstModel}), on the cases that all readers judged. Errors come from the jackknife over
 * subjects.
 *
 * @param figure the key of the figure of merit
 * @param n cases
 * @param readers the mean of the readers' figures
 * @param test of readers less model
 * @param pHolm p adjusted over the models, for this figure
 */
public record GroupComparison(
        String model,
        String figure,
        Level level,
        int n,
        double value,
        double readers,
        ModalityComparison test,
        double pHolm) {

    private static final String NOTHING_VARIES =
            "the readers do not differ from each other, or a class has too few subjects";

    /** Every model by every figure that the answers allow; empty for fewer than two readers or cases. */
    static List<GroupComparison> of(PredictionTable table, ReaderAnswers answers, ReaderCases cases) {
        Set<String> common = answers.judgedByAll();
        if (answers.readers().size() < 2 || common.size() < 2) {
            return List.of();
        }
        boolean confident = answers.readers().stream()
                .allMatch(reader -> reader.confident() == reader.answers().size());
        List<List<JudgedCase>> answered = answers.readers().stream()
                .map(reader -> judged(cases.answers(reader), reader.name(), common, cases))
                .toList();
        Map<String, List<JudgedCase>> models = new LinkedHashMap<>();
        table.models().forEach(model -> models.put(model, judged(table, model, common, cases)));
        List<GroupComparison> all = new ArrayList<>();
        all.addAll(of(GroupFigure.ACCURACY, models, answered, cases));
        all.addAll(of(GroupFigure.BALANCED_ACCURACY, models, answered, cases));
        if (confident && cases.level() == Level.SUBJECT) {
            List<List<JudgedCase>> weighed = answers.readers().stream()
                    .map(reader -> judged(cases.confidences(reader), reader.name(), common, cases))
                    .toList();
            all.addAll(of(GroupFigure.AUC_OVR_MACRO, models, weighed, cases));
        }
        return all;
    }

    /** The common cases in the order of their ids. */
    private static List<JudgedCase> judged(PredictionTable table, String who, Set<String> common, ReaderCases cases) {
        return JudgedCase.of(table, who, cases.level()).stream()
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
        return adjusted(raw);
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
        return new GroupComparison(name, figure.key(), level, n, model[0], mean, test, test.p());
    }

    private static List<GroupComparison> adjusted(List<GroupComparison> raw) {
        double[] holm = MultipleTesting.holm(
                raw.stream().mapToDouble(GroupComparison::pHolm).toArray());
        return IntStream.range(0, holm.length)
                .mapToObj(i -> {
                    GroupComparison one = raw.get(i);
                    return new GroupComparison(
                            one.model, one.figure, one.level, one.n, one.value, one.readers, one.test, holm[i]);
                })
                .toList();
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", model);
        json.put("figure", figure);
        json.put("level", level);
        json.put("n", n);
        json.put("model_value", JsonNumber.orNull(value));
        json.put("readers_mean", JsonNumber.orNull(readers));
        Map<String, Object> difference = new LinkedHashMap<>();
        difference.put("value", JsonNumber.orNull(test.difference()));
        Interval shown = Resampled.hasWidth(test.interval()) ? test.interval() : Interval.UNDEFINED;
        difference.put("low", JsonNumber.orNull(shown.low()));
        difference.put("high", JsonNumber.orNull(shown.high()));
        difference.put("method", "obuchowski-rockette");
        if (!Resampled.hasWidth(test.interval())) {
            difference.put("reason", NOTHING_VARIES);
        }
        json.put("difference", difference);
        json.put("t", JsonNumber.orNull(test.statistic()));
        json.put("degrees_of_freedom", JsonNumber.orNull(test.denominatorDegreesOfFreedom()));
        json.put("p", JsonNumber.orNull(test.p()));
        json.put("p_holm", JsonNumber.orNull(pHolm));
        if (Double.isNaN(test.p())) {
            json.put("reason", NOTHING_VARIES);
        }
        return json;
    }
}
