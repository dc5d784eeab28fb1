package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.metric.Baseline;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.chart.Svg;
import org.facies.report.run.Run;
import org.facies.report.text.LevelText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/**
 * The models compared, over subjects.
 *
 * @param answer how the headline's model compares with the others, or with guessing if it is the only one; empty
 *     without tests between several models
 * @param forests one for each metric; the first stays open
 * @param pooling how the cases of all folds became one sample, in few words
 * @param dots a sentence about the small dots of the charts, or empty if there are none
 * @param intervals how intervals were made
 * @param table a row for each model with the columns
 * @param baseline the last row of the table
 * @param retrained a row for each model with the columns, if everything were trained again; empty without folds
 * @param more a row for each further metric with a cell for each model
 */
public record ModelSection(
        String answer,
        List<Recipe> recipes,
        List<Forest> forests,
        String pooling,
        String dots,
        String intervals,
        List<String> columns,
        List<Row> table,
        Row baseline,
        List<Row> retrained,
        List<ModelKey> models,
        List<MeasureRow> more) {
    private static final List<Metric> COLUMNS = List.of(
            Metric.ACCURACY,
            Metric.MACRO_PRECISION,
            Metric.MACRO_RECALL,
            Metric.MACRO_F1,
            Metric.AUC_OVR_MACRO_WITHIN_FOLDS);
    private static final List<Metric> MORE = List.of(
            Metric.AUC_OVR_MACRO,
            Metric.WEIGHTED_F1,
            Metric.COHEN_KAPPA,
            Metric.MCC,
            Metric.LOG_LOSS,
            Metric.BRIER_SUM,
            Metric.ECE15);

    /** A chart of one metric. */
    public record Forest(String title, Svg chart) {}

    /** A model's metrics. */
    public record Row(String name, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A metric of every model. */
    public record MeasureRow(String name, String direction, List<Cell> cells) {
        public MeasureRow {
            cells = List.copyOf(cells);
        }
    }

    public ModelSection {
        recipes = List.copyOf(recipes);
        forests = List.copyOf(forests);
        columns = List.copyOf(columns);
        table = List.copyOf(table);
        retrained = List.copyOf(retrained);
        models = List.copyOf(models);
        more = List.copyOf(more);
    }

    static ModelSection of(Run run) {
        List<ModelKey> models = ModelKey.of(run);
        Baseline baseline = run.baseline();
        List<Forest> forests = new ArrayList<>();
        Forests drawn = Forests.ofMetrics(run);
        Forests.OF_MODELS.forEach(metric -> forests.add(new Forest(MetricText.title(metric), drawn.ofModels(metric))));
        return new ModelSection(
                answer(run),
                Recipe.of(run.origin(), models),
                forests,
                pooling(run),
                hasFolds(run) ? "Small dots are the single folds. " : "",
                intervals(run),
                COLUMNS.stream().map(MetricText::title).toList(),
                models.stream().map(model -> row(run, model)).toList(),
                baselineRow(run, baseline),
                retrained(run, models),
                models,
                MORE.stream().map(measure -> measureRow(run, models, measure)).toList());
    }

    private static String answer(Run run) {
        Optional<BestModel> best = BestModel.of(run);
        return (run.models().size() == 1 ? best.map(BestModel::alone) : best.flatMap(BestModel::tests)).orElse("");
    }

    /** Whether there is only one, so that it is compared with guessing alone. */
    public boolean isOne() {
        return models.size() == 1;
    }

    private static String pooling(Run run) {
        if (run.validation().isPresent()) {
            return "the networks of all folds together";
        }
        return run.origin().isImported() ? "all predictions together" : "pooled out of fold";
    }

    private static boolean hasFolds(Run run) {
        return run.models().stream()
                .anyMatch(model -> run.scores(model, Level.SUBJECT).hasFolds());
    }

    private static String intervals(Run run) {
        String resamples = "of " + Phrases.counted(run.metrics().intervals().bootstrapResamples(), "resample") + " ";
        return "All intervals are 95\u00a0% intervals: Wilson’s for plain shares (accuracy and each class’s recall,"
                + " precision and specificity over children); from leaving out each child in turn for areas under ROC"
                + " curves; from a bootstrap mirrored at the value for the calibration error; and for all other metrics"
                + " from a bootstrap " + resamples + "that draws whole children within each class.";
    }

    private static Row row(Run run, ModelKey model) {
        LevelText scores = run.scores(model.name(), Level.SUBJECT);
        return new Row(
                model.name(),
                COLUMNS.stream()
                        .map(measure -> Cell.of(scores.measure(measure)))
                        .toList());
    }

    private static List<Row> retrained(Run run, List<ModelKey> models) {
        List<Row> rows = new ArrayList<>();
        for (ModelKey model : models) {
            LevelText scores = run.scores(model.name(), Level.SUBJECT);
            rows.add(new Row(
                    model.name(),
                    COLUMNS.stream()
                            .map(measure -> Cell.of(scores.spread(measure)))
                            .toList()));
        }
        boolean any = rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> !cell.interval().isEmpty() || !cell.folds().isEmpty());
        return any ? rows : List.of();
    }

    private static Row baselineRow(Run run, Baseline baseline) {
        return new Row(
                "always “" + run.names().of(baseline.majorityClass()) + "”",
                COLUMNS.stream()
                        .map(measure -> Cell.plain(
                                baseline.value(measure).map(Numbers::score).orElse(Numbers.UNDEFINED)))
                        .toList());
    }

    private static MeasureRow measureRow(Run run, List<ModelKey> models, Metric measure) {
        return new MeasureRow(
                MetricText.title(measure),
                MetricText.direction(measure),
                models.stream()
                        .map(model -> run.scores(model.name(), Level.SUBJECT).measure(measure))
                        .map(Cell::of)
                        .toList());
    }
}
