package org.facies.cli.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;
import org.facies.result.PerformanceChange;
import org.facies.statistic.Interval;

/** An external validation for a terminal; the change in performance comes first. */
public final class PerformanceChangeTable {
    private static final List<Metric> ROWS = List.of(
            Metric.BALANCED_ACCURACY,
            Metric.ACCURACY,
            Metric.MACRO_F1,
            Metric.AUC_OVR_MACRO_WITHIN_FOLDS,
            Metric.LOG_LOSS);

    private final PerformanceChange result;

    public PerformanceChangeTable(PerformanceChange result) {
        this.result = result;
    }

    /** The tables, with lines of at most this many columns. */
    public String within(int columns) {
        TextTable single = new TextTable(
                result.model() + ", mean of single networks",
                "in the run, out of fold",
                "here",
                "difference (95 % interval)");
        ROWS.forEach(metric ->
                result.ofSingleNetworks(metric).ifPresent(change -> single.row(cells(metric.label(), change))));
        TextTable metrics = new TextTable(
                result.model() + ", networks together",
                "in the run, out of fold",
                "here",
                "difference (95 % interval)");
        ROWS.forEach(metric -> metrics.row(cells(metric.label(), result.ofEnsemble(metric))));
        TextTable recall = new TextTable("recall of each class", "in the run", "here", "difference");
        result.recall().forEach((name, change) -> recall.row(cells(name, change)));
        String people = String.format(
                Locale.ROOT,
                "%,d children in the run, %,d here. The networks of %d folds answered together here; nothing was"
                        + " fitted again. In the run, a single network judged each child.",
                result.internalSubjects(),
                result.externalSubjects(),
                result.networks());
        String gap = System.lineSeparator().repeat(2);
        String notes = Stream.of(Stream.of(people), unknown().stream(), result.notes().stream())
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
        String like = result.singleNetworks().isPresent() ? single.within(columns) + gap : "";
        return lead(columns) + gap + like + String.join(gap, metrics.within(columns), recall.within(columns), notes);
    }

    /** Like for like where the file has it: a single network there, a single network here. */
    private String lead(int columns) {
        Optional<PerformanceChange.Change> single = result.ofSingleNetworks(Metric.ACCURACY);
        PerformanceChange.Change change = single.orElseGet(() -> result.ofEnsemble(Metric.ACCURACY));
        String who = single.isPresent()
                ? "On average, a single network of " + result.model() + " named"
                : result.model() + " named";
        Interval interval = change.difference().interval();
        String sentence = String.format(
                Locale.ROOT,
                "%s %s of the children here correctly, and %s of those in the run, out of fold: a change of %+.1f"
                        + " percentage points%s.",
                who,
                LeadSentence.percent(change.external().value()),
                LeadSentence.percent(change.internal().value()),
                100 * change.difference().value(),
                interval.equals(Interval.UNDEFINED)
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " (95 %% interval %+.1f to %+.1f)",
                                100 * interval.low(),
                                100 * interval.high()));
        return LeadSentence.wrapped(sentence, columns);
    }

    private Optional<String> unknown() {
        return result.unknownFaces()
                .map(found -> String.format(
                        Locale.ROOT,
                        "Refused as unknown faces: %s here, %s in the run, out of fold (%.0f %% expected).",
                        text("%.3f", found.external()),
                        text("%.3f", found.internal()),
                        100 * found.nominal()));
    }

    private static List<String> cells(String name, PerformanceChange.Change change) {
        return List.of(
                name,
                text("%.3f", change.internal()),
                text("%.3f", change.external()),
                text("%+.3f", change.difference()));
    }

    private static String text(String format, Estimate estimate) {
        if (!estimate.isDefined()) {
            return "–";
        }
        String value = String.format(Locale.ROOT, format, estimate.value());
        return estimate.interval().equals(Interval.UNDEFINED)
                ? value
                : String.format(
                        Locale.ROOT,
                        "%s (" + format + " to " + format + ")",
                        value,
                        estimate.interval().low(),
                        estimate.interval().high());
    }
}
