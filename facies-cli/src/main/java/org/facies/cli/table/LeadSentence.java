package org.facies.cli.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.Evaluation;
import org.facies.metric.Level;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;
import org.facies.metric.ModelEvaluation;
import org.facies.statistic.Interval;

/** The result of an evaluation in one sentence, which a command prints before its tables. */
public final class LeadSentence {
    private LeadSentence() {}

    /**
     * How many children the most accurate model named correctly, and how many guessing one class names.
     *
     * @param columns maximum width of a line
     */
    public static String of(Evaluation evaluation, int columns) {
        Map.Entry<String, ModelEvaluation> best = evaluation.models().entrySet().stream()
                .max(Comparator.comparingLong(model -> correct(model.getValue().subject())))
                .orElseThrow();
        LevelEvaluation subjects = best.getValue().subject();
        int models = evaluation.models().size();
        String who = models == 1 ? best.getKey() : best.getKey() + ", the most accurate of " + models + " models,";
        Estimate accuracy = subjects.get(Metric.ACCURACY);
        long guessed = Math.round(evaluation.baseline().get(Level.SUBJECT).accuracy() * subjects.n());
        return wrapped(
                String.format(
                        Locale.ROOT,
                        "%s named %,d of %,d children correctly (%s%s); guessing gives %,d.",
                        who,
                        correct(subjects),
                        subjects.n(),
                        percent(accuracy.value()),
                        interval(accuracy.interval()),
                        guessed),
                columns);
    }

    /** How many children each model named correctly. */
    static String ofEach(Evaluation evaluation) {
        String models = evaluation.models().entrySet().stream()
                .map(model -> String.format(
                        Locale.ROOT,
                        "%s %,d",
                        model.getKey(),
                        correct(model.getValue().subject())))
                .collect(Collectors.joining(", "));
        long children = evaluation.models().values().iterator().next().subject().n();
        return String.format(Locale.ROOT, "Of %,d children, these were named correctly: %s.", children, models);
    }

    /** A share as whole per cent. */
    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.0f %%", 100 * share) : Cells.UNDEFINED;
    }

    static String wrapped(String sentence, int columns) {
        return String.join(System.lineSeparator(), DisplayWidth.lines(sentence, columns));
    }

    private static long correct(LevelEvaluation level) {
        List<List<Long>> confusion = level.confusion();
        return IntStream.range(0, confusion.size())
                .mapToLong(c -> confusion.get(c).get(c))
                .sum();
    }

    private static String interval(Interval interval) {
        return Double.isFinite(interval.low())
                ? ", 95 % interval " + percent(interval.low()) + " to " + percent(interval.high())
                : "";
    }
}
