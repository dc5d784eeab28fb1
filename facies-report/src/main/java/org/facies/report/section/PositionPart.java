package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.facies.metric.Estimate;
import org.facies.reader.PositionEffect;
import org.facies.report.chart.PositionChart;
import org.facies.report.chart.Svg;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.report.text.Points;
import org.facies.statistic.Interval;

/**
 * Learning and fatigue: accuracy and time over the order of cases.
 *
 * @param findings sentences
 * @param charts one of accuracy, and one of seconds where answers have a time
 * @param legend the readers
 * @param rows one for each part
 */
public record PositionPart(List<String> findings, List<Chart> charts, List<Legend> legend, List<Row> rows) {

    /** A chart. */
    public record Chart(String title, Svg drawing) {}

    /** How a reader is drawn. */
    public record Legend(Svg swatch, String reader) {}

    /** A part of the order. */
    public record Row(String positions, String answers, String accuracy, String seconds) {}

    public PositionPart {
        findings = List.copyOf(findings);
        charts = List.copyOf(charts);
        legend = List.copyOf(legend);
        rows = List.copyOf(rows);
    }

    static Optional<PositionPart> of(ReadersText readers, List<ModelKey> people) {
        return readers.reading().readersByPosition().map(effect -> of(readers, people, effect));
    }

    private static PositionPart of(ReadersText readers, List<ModelKey> people, PositionEffect effect) {
        List<ModelKey> own = people.stream()
                .filter(person -> effect.readers().stream()
                        .anyMatch(reader -> readers.shown(reader).equals(person.name())))
                .toList();
        List<Chart> charts = new ArrayList<>();
        charts.add(new Chart("Share of correct answers", readers.marked(accuracy(readers, own, effect))));
        if (effect.secondsPerTen().isDefined()) {
            charts.add(new Chart("Median seconds for an answer", readers.marked(seconds(effect))));
        }
        return new PositionPart(
                List.of(accuracySentence(effect), secondsSentence(effect)),
                charts,
                own.stream()
                        .map(person -> new Legend(person.swatch(), person.name()))
                        .toList(),
                effect.parts().stream().map(PositionPart::row).toList());
    }

    private static Row row(PositionEffect.Part part) {
        return new Row(
                positions(part),
                Numbers.count(part.n()),
                Numbers.score(part.accuracy()),
                Double.isFinite(part.medianSeconds()) ? seconds(part.medianSeconds()) : Numbers.UNDEFINED);
    }

    private static String positions(PositionEffect.Part part) {
        return part.from() == part.to() ? String.valueOf(part.from()) : part.from() + "–" + part.to();
    }

    private static String seconds(double seconds) {
        return Numbers.axis(Math.round(10 * seconds) / 10.0);
    }

    private static Svg accuracy(ReadersText readers, List<ModelKey> people, PositionEffect effect) {
        List<PositionChart.Line> lines = new ArrayList<>();
        for (String reader : effect.readers()) {
            ModelKey key = people.stream()
                    .filter(person -> person.name().equals(readers.shown(reader)))
                    .findFirst()
                    .orElseThrow();
            lines.add(new PositionChart.Line(
                    key.series(),
                    key.name(),
                    effect.parts().stream()
                            .map(part -> part.accuracyByReader().get(reader))
                            .toList()));
        }
        return PositionChart.draw(new PositionChart.Panel(
                "readers-position-accuracy",
                "share of correct answers",
                accuracySentence(effect),
                effect.parts().stream().map(PositionPart::positions).toList(),
                effect.parts().stream().map(PositionEffect.Part::accuracy).toList(),
                lines,
                OptionalDouble.of(1),
                "accuracy"));
    }

    private static Svg seconds(PositionEffect effect) {
        return PositionChart.draw(new PositionChart.Panel(
                "readers-position-seconds",
                "median seconds",
                secondsSentence(effect),
                effect.parts().stream().map(PositionPart::positions).toList(),
                effect.parts().stream().map(PositionEffect.Part::medianSeconds).toList(),
                List.of(),
                OptionalDouble.empty(),
                "median_seconds"));
    }

    private static String accuracySentence(PositionEffect effect) {
        Estimate change = effect.accuracyPerTen();
        String interval = Points.interval(change.interval());
        return "Over ten cases the share of correct answers changes by " + Points.of(change.value()) + " points"
                + (interval.isEmpty() ? "; " + change.reason() : " (95\u00a0% interval " + interval + ")") + ": "
                + verdict(change, "readers get better from case to case", "readers get worse from case to case") + ".";
    }

    private static String secondsSentence(PositionEffect effect) {
        Estimate change = effect.secondsPerTen();
        if (!change.isDefined()) {
            return Phrases.capitalised(change.reason()) + ".";
        }
        boolean hasInterval = Double.isFinite(change.interval().low());
        return "The time for an answer changes by " + signedPercent(change.value())
                + (hasInterval
                        ? " (95\u00a0% interval "
                                + signedPercent(change.interval().low()) + " to "
                                + signedPercent(change.interval().high()) + ")"
                        : "; " + change.reason())
                + " over ten cases: " + verdict(change, "readers get slower", "readers get faster") + ".";
    }

    private static String signedPercent(double share) {
        return Points.of(share) + "\u00a0%";
    }

    private static String verdict(Estimate change, String rises, String falls) {
        Interval interval = change.interval();
        return interval.low() > 0 ? rises : interval.high() < 0 ? falls : "no change shown";
    }
}
