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
 * What is gained by abstention where the model is unsure, over subjects.
 *
 * @param fittedOn the children on whom thresholds were fitted
 * @param answer in a sentence, of the headline's model
 * @param chart empty where metrics.json has no curve
 * @param columns target shares of answers
 * @param groups accuracy and share of answers at each, by model
 */
public record AbstentionSection(
        String fittedOn,
        String answer,
        Optional<Svg> chart,
        List<RocSection.Legend> legend,
        List<String> columns,
        ByModel<Group> groups) {
    private static final double EXAMPLE = 0.8;

    /** One model. */
    public record Group(String model, List<ModelSection.Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    public AbstentionSection {
        legend = List.copyOf(legend);
        columns = List.copyOf(columns);
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
        ByModel<Group> shown = ByModel.of(run, groups, Group::model);
        String answer = shown.headline().stream()
                .findFirst()
                .flatMap(group -> answer(
                        group.model(), run.model(group.model()).abstention().orElseThrow()))
                .orElse("");
        return new AbstentionSection(run.teachers(), answer, chart(curves, legend), legend, columns, shown);
    }

    private static Optional<String> answer(String model, Abstention abstention) {
        return abstention.targets().stream()
                .filter(target -> target.wanted() == EXAMPLE)
                .findFirst()
                .map(target -> "If " + model + " answers only the "
                        + Numbers.roundPercent(target.answered().value())
                        + " of children for whom its confidence is highest, it is correct for "
                        + Share.of(target.accuracy()) + " of them.");
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
                                "accuracy of the answers",
                                abstention.targets().stream()
                                        .map(target -> Cell.of(target.accuracy()))
                                        .toList()),
                        new ModelSection.Row(
                                "share answered",
                                abstention.targets().stream()
                                        .map(target -> Cell.of(target.answered()))
                                        .toList())));
    }
}
