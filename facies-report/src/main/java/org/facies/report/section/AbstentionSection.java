package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.report.chart.CoverageChart;
import org.facies.report.chart.Point;
import org.facies.report.chart.Svg;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;
import org.facies.uncertainty.Abstention;

/**
 * What is gained by not answering where the model is unsure, over subjects.
 *
 * @param teachers on whom thresholds were learnt
 * @param chart empty where metrics.json does not tell
 * @param columns wanted shares of answers
 * @param groups accuracy and share of answers at each, by model
 */
public record AbstentionSection(
        String teachers,
        Optional<Svg> chart,
        List<RocSection.Legend> legend,
        List<String> columns,
        List<Group> groups) {

    /** One model. */
    public record Group(String model, List<ModelSection.Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    public AbstentionSection {
        legend = List.copyOf(legend);
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
    }

    static AbstentionSection of(Run run) {
        List<CoverageChart.Curve> curves = new ArrayList<>();
        List<RocSection.Legend> legend = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        List<String> columns = List.of();
        for (ModelKey model : ModelKey.of(run)) {
            Optional<Abstention> found = run.model(model.name()).abstention();
            if (found.isEmpty() || found.get().curve().isEmpty()) {
                continue;
            }
            Abstention abstention = found.get();
            curves.add(curve(model, abstention));
            legend.add(new RocSection.Legend(
                    model.swatch(),
                    model.name(),
                    EstimateText.of(abstention.aurc()).fullText()));
            columns = abstention.targets().stream()
                    .map(target -> Numbers.roundPercent(target.wanted()))
                    .toList();
            groups.add(group(model, abstention));
        }
        return new AbstentionSection(run.teachers(), chart(curves, legend), legend, columns, groups);
    }

    private static CoverageChart.Curve curve(ModelKey model, Abstention abstention) {
        List<Point> points = abstention.curve().stream()
                .map(point -> new Point(point.coverage(), point.accuracy()))
                .toList();
        return new CoverageChart.Curve(model.series(), model.name(), points);
    }

    private static Optional<Svg> chart(List<CoverageChart.Curve> curves, List<RocSection.Legend> legend) {
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        String description = "Area under the curve of errors: "
                + legend.stream()
                        .map(entry -> entry.model() + " " + entry.auc())
                        .collect(Collectors.joining(", ")) + ".";
        return Optional.of(CoverageChart.draw("coverage", "Accuracy by share of answers", description, curves));
    }

    private static Group group(ModelKey model, Abstention abstention) {
        return new Group(
                model.name(),
                List.of(
                        new ModelSection.Row(
                                "right among the answers",
                                abstention.targets().stream()
                                        .map(target -> Cell.of(target.accuracy()))
                                        .toList()),
                        new ModelSection.Row(
                                "really answered",
                                abstention.targets().stream()
                                        .map(target -> Cell.of(target.answered()))
                                        .toList())));
    }
}
