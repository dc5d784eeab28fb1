package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.contrast.Contrast;
import org.facies.contrast.ContrastFigure;
import org.facies.contrast.ContrastKind;
import org.facies.contrast.ContrastResult;
import org.facies.contrast.ContrastResults;
import org.facies.contrast.MarginFinding;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.report.text.Points;

/** Contrasts in sentences. */
final class ContrastText {
    private ContrastText() {}

    /**
     * {@code What does pretraining add? What does the loss change?}; contrasts that a study named itself are not in it.
     */
    static String title(ContrastResults results) {
        List<String> parts = results.planned().stream()
                .map(ContrastResult::contrast)
                .filter(contrast -> contrast.kind() == ContrastKind.PRESENCE || contrast.kind() == ContrastKind.CHANGE)
                .map(contrast -> "What does " + subject(contrast)
                        + (contrast.kind() == ContrastKind.PRESENCE ? " add?" : " change?"))
                .distinct()
                .toList();
        return parts.isEmpty() ? "What do the planned contrasts show?" : String.join(" ", parts);
    }

    /** All contrasts in accuracy, a sentence each, with the interval for these models. */
    static String answer(ContrastResults results) {
        return results.planned().stream()
                .map(result -> Phrases.capitalised(effect(result)) + reading(result.get(Metric.ACCURACY)) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String reading(ContrastFigure accuracy) {
        Estimate own = accuracy.theseModels();
        String interval = Points.interval(own.interval());
        return interval.isEmpty()
                ? " (" + own.reason() + ")"
                : " (95\u00a0% interval " + interval + ")"
                        + (own.interval().low() <= 0 && own.interval().high() >= 0 ? "; no difference is shown" : "");
    }

    /** One contrast in accuracy, with its test and the verdict of its margin. */
    static String sentence(ContrastResult result, int contrasts) {
        ContrastFigure accuracy = result.get(Metric.ACCURACY);
        List<String> sentences = new ArrayList<>();
        sentences.add(Phrases.capitalised(effect(result)) + " (" + intervals(accuracy) + "; sign-flip test p\u00a0"
                + Numbers.relation(result.accuracyTest().pHolm())
                + (contrasts > 1 ? ", corrected for " + contrasts + " contrasts" : "") + ").");
        Estimate own = accuracy.theseModels();
        if (own.interval().low() <= 0 && own.interval().high() >= 0) {
            sentences.add("The interval includes 0, so no difference is shown. That does not show that there is none.");
        }
        margin(result).ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    private static Optional<String> margin(ContrastResult result) {
        return result.contrast()
                .margin()
                .flatMap(margin -> result.get(Metric.ACCURACY)
                        .margin()
                        .flatMap(findings -> findings.theseModels()
                                .map(own -> "With a margin of " + Points.margin(margin)
                                        + " points, this is "
                                        + verdict(own)
                                        + findings.retrained()
                                                .map(again -> "; if the models were retrained, " + verdict(again))
                                                .orElse("")
                                        + ".")));
    }

    private static String verdict(MarginFinding finding) {
        return finding.verdict().word() + " (90\u00a0% interval " + Points.interval(finding.interval()) + ")";
    }

    /** {@code pretraining adds +21.4 points of accuracy}. */
    private static String effect(ContrastResult result) {
        Contrast contrast = result.contrast();
        double value = result.get(Metric.ACCURACY).theseModels().value();
        String points = Points.of(value) + "\u00a0points";
        return switch (contrast.kind()) {
            case PRESENCE ->
                value < 0 || !Double.isFinite(value)
                        ? contrast.name() + " changes accuracy by " + points
                        : contrast.name() + " adds " + points + " of accuracy";
            case CHANGE -> "the " + contrast.name() + " changes accuracy by " + points;
            case INTERACTION ->
                "their interaction (how much one effect depends on the other) is " + points + " of accuracy";
            case NAMED -> "in the contrast “" + contrast.name() + "”, accuracy differs by " + points;
        };
    }

    /** The factor: {@code the loss} of {@code loss (arcface minus cosface)}. */
    private static String subject(Contrast contrast) {
        return contrast.kind() == ContrastKind.PRESENCE
                ? contrast.name()
                : "the " + contrast.name().replaceFirst(" \\(.* minus .*", "");
    }

    private static String intervals(ContrastFigure figure) {
        String own = Points.interval(figure.theseModels().interval());
        String again = Points.interval(figure.retrained().retrained());
        return (own.isEmpty() ? figure.theseModels().reason() : "95\u00a0% interval " + own)
                + (again.isEmpty() ? "" : "; if the models were retrained, " + again);
    }
}
