package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.chart.FigureData;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.LevelText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.report.text.SimulatedMark;
import org.facies.report.text.SpreadText;

/**
 * A table as the published study has it, ready to be copied.
 *
 * @param id name of its file, without the ending
 * @param first heading of the first column
 * @param columns headings of the others
 * @param numbers the same with all digits
 */
public record PaperTable(
        String id,
        String caption,
        String first,
        List<String> columns,
        List<ModelSection.Row> rows,
        FigureData numbers) {
    private static final List<Metric> OF_MODELS = List.of(
            Metric.ACCURACY,
            Metric.MACRO_PRECISION,
            Metric.MACRO_RECALL,
            Metric.MACRO_F1,
            Metric.AUC_OVR_MACRO_WITHIN_FOLDS);
    private static final List<Metric> OF_ALL = OF_MODELS.subList(0, 4);

    public PaperTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Those for which the run has the numbers. */
    static List<PaperTable> of(Run run) {
        List<PaperTable> tables = new ArrayList<>();
        overFolds(run).ifPresent(tables::add);
        run.planned().contrasts().map(ContrastSection::table).ifPresent(tables::add);
        ReadersText.of(run.metrics())
                .map(readers -> againstReaders(run, readers))
                .ifPresent(tables::add);
        return tables;
    }

    /** Each model by its mean and standard deviation over the folds. */
    private static Optional<PaperTable> overFolds(Run run) {
        List<ModelSection.Row> rows = new ArrayList<>();
        List<List<String>> numbers = new ArrayList<>();
        for (String model : run.models()) {
            LevelText scores = run.scores(model, Level.SUBJECT);
            if (scores.hasFolds()) {
                List<SpreadText> spreads =
                        OF_MODELS.stream().map(scores::spread).toList();
                rows.add(new ModelSection.Row(
                        model, spreads.stream().map(PaperTable::cell).toList()));
                List<String> line = new ArrayList<>(List.of(model));
                spreads.forEach(spread -> line.addAll(List.of(
                        written(spread.mean()),
                        written(spread.sd()),
                        written(spread.retrained().low()),
                        written(spread.retrained().high()))));
                numbers.add(line);
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new PaperTable(
                        "table-models",
                        stamped(
                                run,
                                "The models over children, mean ± standard deviation over the folds; precision, recall,"
                                        + " F1 and AUC are means over the classes"),
                        "Model",
                        titles(OF_MODELS),
                        rows,
                        new FigureData(heads(List.of("model"), OF_MODELS, "_mean", "_sd", "_low", "_high"), numbers)));
    }

    /** Models and readers on the cases that readers judged. */
    private static PaperTable againstReaders(Run run, ReadersText readers) {
        List<ModelSection.Row> rows = new ArrayList<>();
        List<List<String>> numbers = new ArrayList<>();
        for (String model : run.models()) {
            List<EstimateText> values =
                    OF_ALL.stream().map(metric -> readers.model(model, metric)).toList();
            rows.add(row(model, values));
            numbers.add(line(List.of(model, "model", "", ""), values));
        }
        for (String reader : readers.names()) {
            List<EstimateText> values = OF_ALL.stream()
                    .map(metric -> readers.measure(reader, metric))
                    .toList();
            String experience = readers.experience(reader);
            rows.add(row(experience.isEmpty() ? reader : reader + " (" + experience + ")", values));
            numbers.add(line(List.of(reader, "reader", experience, String.valueOf(readers.n(reader))), values));
        }
        FigureData data = new FigureData(
                heads(List.of("who", "kind", "experience", "judged"), OF_ALL, "", "_low", "_high"), numbers);
        return new PaperTable(
                "table-readers",
                stamped(
                        run,
                        "Models and readers on the " + readers.cases()
                                + " that readers judged, with 95\u00a0% intervals; precision, recall and F1 are means"
                                + " over the classes" + (readers.isSimulated() ? ". " + SimulatedMark.BRIEF : "")),
                "Model or reader",
                titles(OF_ALL),
                rows,
                readers.isSimulated() ? data.withSimulatedReaders() : data);
    }

    private static String stamped(Run run, String caption) {
        return run.stamp().isSynthetic()
                ? caption + (caption.endsWith(".") ? " " : ". ") + run.stamp().brief()
                : caption;
    }

    private static ModelSection.Row row(String name, List<EstimateText> values) {
        return new ModelSection.Row(name, values.stream().map(Cell::of).toList());
    }

    private static List<String> line(List<String> start, List<EstimateText> values) {
        List<String> line = new ArrayList<>(start);
        values.forEach(
                value -> line.addAll(List.of(written(value.value()), written(value.low()), written(value.high()))));
        return line;
    }

    private static Cell cell(SpreadText spread) {
        return Double.isFinite(spread.mean()) && Double.isFinite(spread.sd())
                ? Cell.plain(spread.text())
                : new Cell(Numbers.UNDEFINED, "", spread.reason(), "");
    }

    private static List<String> titles(List<Metric> metrics) {
        return metrics.stream()
                .map(metric -> Phrases.capitalised(MetricText.title(metric).replaceFirst("^Macro ", "")))
                .toList();
    }

    private static List<String> heads(List<String> start, List<Metric> metrics, String... endings) {
        List<String> heads = new ArrayList<>(start);
        metrics.forEach(metric -> List.of(endings).forEach(ending -> heads.add(metric.key() + ending)));
        return heads;
    }

    private static String written(double value) {
        return Double.isFinite(value) ? String.valueOf(value) : "";
    }
}
