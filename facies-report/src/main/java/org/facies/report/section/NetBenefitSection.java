package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facies.report.chart.NetBenefitChart;
import org.facies.report.chart.Svg;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;
import org.facies.uncertainty.NetBenefitCurve;

/**
 * The net benefit of acting on the probability of any syndrome, at the prevalences of the study file.
 *
 * @param fittedOn the children on whom probabilities were calibrated
 * @param panels empty where metrics.json has no decision curves
 */
public record NetBenefitSection(String fittedOn, List<Panel> panels) {

    /** One prevalence. */
    public record Panel(String prevalence, Svg chart, List<ModelKey> models) {
        public Panel {
            models = List.copyOf(models);
        }
    }

    public NetBenefitSection {
        panels = List.copyOf(panels);
    }

    static NetBenefitSection of(Run run) {
        Map<Double, List<NetBenefitChart.Curve>> byPrevalence = new TreeMap<>();
        List<ModelKey> models = ModelKey.of(run);
        for (ModelKey model : models) {
            for (NetBenefitCurve curve : run.model(model.name()).netBenefit().orElse(List.of())) {
                if (curve.points().size() > 1) {
                    byPrevalence
                            .computeIfAbsent(curve.prevalence(), none -> new ArrayList<>())
                            .add(new NetBenefitChart.Curve(model.series(), model.name(), curve));
                }
            }
        }
        List<Panel> panels = new ArrayList<>();
        byPrevalence.forEach((prevalence, curves) -> panels.add(panel(models, prevalence, curves, panels.size())));
        return new NetBenefitSection(run.teachers(), panels);
    }

    private static Panel panel(
            List<ModelKey> models, double prevalence, List<NetBenefitChart.Curve> curves, int index) {
        String text = String.format(Locale.ROOT, "1 in %,.0f", 1 / prevalence);
        String description = "Net benefit per 1,000 children at the threshold nearest to the prevalence: "
                + curves.stream()
                        .map(curve -> curve.label() + " "
                                + Numbers.statistic(1000
                                        * nearest(curve.curve()).netBenefit().value()))
                        .collect(Collectors.joining(", "))
                + ".";
        Svg chart = NetBenefitChart.draw(
                "net-benefit-" + index, "Decision curves where " + text + " children is affected", description, curves);
        return new Panel(
                text,
                chart,
                models.stream()
                        .filter(model ->
                                curves.stream().anyMatch(curve -> curve.label().equals(model.name())))
                        .toList());
    }

    private static NetBenefitCurve.Point nearest(NetBenefitCurve curve) {
        return curve.points().stream()
                .min((a, b) -> Double.compare(
                        Math.abs(a.threshold() - curve.prevalence()), Math.abs(b.threshold() - curve.prevalence())))
                .orElseThrow();
    }
}
