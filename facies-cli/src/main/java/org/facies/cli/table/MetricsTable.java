package org.facies.cli.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.metric.Baseline;
import org.facies.metric.ClassMetric;
import org.facies.metric.Evaluation;
import org.facies.metric.Level;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;
import org.facies.metric.ModelComparison;

/**
 * An evaluation for a terminal. The majority class is listed next to the models, because accuracy alone looks good
 * where one class is frequent.
 */
public final class MetricsTable {
    private static final List<Metric> COLUMNS = List.of(
            Metric.ACCURACY,
            Metric.BALANCED_ACCURACY,
            Metric.MACRO_PRECISION,
            Metric.MACRO_RECALL,
            Metric.MACRO_F1,
            Metric.AUC_OVR_MACRO_WITHIN_FOLDS);

    private static final String RETRAINED = "If you collected as many other children and trained again:";

    private final Evaluation evaluation;
    private final String heading;

    public MetricsTable(Evaluation evaluation) {
        this(evaluation, "out of fold, by child");
    }

    /**
     * A table of predictions, which may come from another tool.
     *
     * @param heading of the first column
     */
    public MetricsTable(Evaluation evaluation, String heading) {
        this.evaluation = evaluation;
        this.heading = heading;
    }

    /** The tables, with lines of at most this many columns. */
    public String within(int columns) {
        return Stream.of(
                        Optional.of(pooled(Level.SUBJECT).within(columns)),
                        folds().map(table -> LeadSentence.wrapped(RETRAINED, columns)
                                + System.lineSeparator()
                                + table.within(columns)),
                        Optional.of(recall().within(columns)),
                        comparisons().map(table -> table.within(columns)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(System.lineSeparator().repeat(2)));
    }

    private TextTable pooled(Level level) {
        TextTable table =
                new TextTable(Stream.concat(Stream.of(heading), COLUMNS.stream().map(MetricsTable::heading))
                        .toList());
        evaluation.models().forEach((name, model) -> {
            LevelEvaluation at = model.at(level);
            table.row(
                    Stream.concat(Stream.of(name), COLUMNS.stream().map(at::get).map(Cells::withInterval))
                            .toList());
        });
        Baseline baseline = evaluation.baseline().get(level);
        table.row(List.of(
                "guessing: always " + baseline.majorityClass(),
                Cells.score(baseline.accuracy()),
                Cells.score(baseline.balancedAccuracy()),
                Cells.UNDEFINED,
                Cells.score(baseline.balancedAccuracy()),
                Cells.score(baseline.macroF1()),
                Cells.score(0.5)));
        return table;
    }

    private Optional<TextTable> folds() {
        boolean single = evaluation.models().values().stream()
                .allMatch(model -> model.subject().folds().size() < 2);
        if (single) {
            return Optional.empty();
        }
        TextTable table = new TextTable(
                Stream.concat(Stream.of("mean of folds"), COLUMNS.stream().map(MetricsTable::heading))
                        .toList());
        evaluation
                .models()
                .forEach((name, model) -> table.row(Stream.concat(
                                Stream.of(name),
                                COLUMNS.stream()
                                        .map(model.subject().overFolds()::get)
                                        .map(spread -> Cells.withInterval(spread.mean(), spread.retrained())))
                        .toList()));
        return Optional.of(table);
    }

    private TextTable recall() {
        TextTable table = new TextTable(Stream.concat(Stream.of("recall of each class"), evaluation.classes().stream())
                .toList());
        evaluation
                .models()
                .forEach((name, model) -> table.row(Stream.concat(
                                Stream.of(name),
                                model.subject().perClass().values().stream()
                                        .map(one -> Cells.withInterval(one.get(ClassMetric.RECALL))))
                        .toList()));
        return table;
    }

    private Optional<TextTable> comparisons() {
        if (evaluation.models().size() < 2) {
            return Optional.empty();
        }
        TextTable table =
                new TextTable("McNemar, by child: A / B", "correct: A not B", "correct: B not A", "p", "p (Holm)");
        for (ModelComparison pair : evaluation.tests().mcnemar()) {
            if (pair.level() == Level.SUBJECT) {
                table.row(
                        pair.a() + " / " + pair.b(),
                        pair.onlyFirst(),
                        pair.onlySecond(),
                        Cells.p(pair.pExact()),
                        Cells.p(pair.pHolm()));
            }
        }
        return Optional.of(table);
    }

    private static String heading(Metric metric) {
        return metric == Metric.AUC_OVR_MACRO_WITHIN_FOLDS ? "macro AUC" : metric.label();
    }
}
