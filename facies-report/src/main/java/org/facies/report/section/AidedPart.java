package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;
import org.facies.reader.AidedChange;
import org.facies.reader.AidedComparison;
import org.facies.reader.AidedReader;
import org.facies.reader.AidedTest;
import org.facies.reader.Following;
import org.facies.report.chart.Svg;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.report.text.Points;

/**
 * Readers with the model compared with the same readers without it.
 *
 * @param answer the change with the model over all readers, in a sentence
 * @param who sentences: who answered what both ways
 * @param chart accuracy of each reader without and with the model
 * @param rows a row for each reader
 * @param tests a row for each metric; empty for a single reader
 * @param changes how each reader's answers changed
 * @param following how often each reader took over the model's answer; empty where this is unknown
 */
public record AidedPart(
        String answer,
        String who,
        Svg chart,
        List<Row> rows,
        List<Test> tests,
        List<Change> changes,
        List<Followed> following) {

    /** A reader: accuracy and balanced accuracy without, with and the difference. */
    public record Row(String reader, String cases, List<Cell> cells, String p) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** All readers by one metric. */
    public record Test(String figure, String unaided, String aided, String difference, String p, String verdict) {}

    /** Cases of a reader. */
    public record Change(String reader, String kept, String toCorrect, String toIncorrect, String otherIncorrect) {}

    /** Of how many cases a reader took over the model's answer. */
    public record Followed(String reader, String incorrect, Cell shareIncorrect, String correct, Cell shareCorrect) {}

    public AidedPart {
        rows = List.copyOf(rows);
        tests = List.copyOf(tests);
        changes = List.copyOf(changes);
        following = List.copyOf(following);
    }

    static Optional<AidedPart> of(ReadersText readers, List<ModelKey> people) {
        return readers.reading().readersAided().map(aided -> of(readers, people, aided));
    }

    private static AidedPart of(ReadersText readers, List<ModelKey> people, AidedComparison aided) {
        List<Row> rows = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        List<Followed> following = new ArrayList<>();
        aided.perReader().forEach((reader, own) -> {
            String name = readers.shown(reader);
            rows.add(row(name, own));
            changes.add(new Change(
                    name,
                    Numbers.count(own.changes().kept()),
                    Numbers.count(own.changes().toCorrect()),
                    Numbers.count(own.changes().toIncorrect()),
                    Numbers.count(own.changes().otherIncorrect())));
            own.following().ifPresent(known -> following.add(followed(name, known)));
        });
        return new AidedPart(
                answer(aided),
                who(readers, aided),
                readers.marked(chart(readers, people, aided.perReader())),
                rows,
                aided.tests().stream().map(AidedPart::test).toList(),
                changes,
                following);
    }

    private static String who(ReadersText readers, AidedComparison aided) {
        int count = aided.readers().size();
        String model = aided.perReader().values().stream()
                .flatMap(own -> own.following().stream())
                .map(Following::model)
                .findFirst()
                .map(name -> " of " + name)
                .orElse("");
        return Phrases.capitalised(readers.counted(count)) + " gave a first answer, then saw the answer" + model
                + ", and answered again. " + readers.cases(aided.n())
                + (aided.n() == 1 ? " was" : " were") + " answered both ways"
                + (count == 1 ? "." : " by all of them.")
                + " A first answer was locked before the model was shown, so the second shows what the model changes in"
                + " readers who have made up their minds.";
    }

    private static String answer(AidedComparison aided) {
        return aided.tests().stream()
                .filter(test -> test.figure().equals("accuracy"))
                .findFirst()
                .map(test -> "With the model, the readers’ mean accuracy is " + Numbers.roundPercent(test.aided())
                        + " instead of " + Numbers.roundPercent(test.unaided()) + " (p\u00a0"
                        + Numbers.relation(test.p()) + "): " + verdict(test) + ".")
                .orElseGet(() -> aided.perReader().values().stream()
                        .findFirst()
                        .map(one -> "With the model, the reader’s accuracy is "
                                + Numbers.roundPercent(one.accuracy().aided().value()) + " instead of "
                                + Numbers.roundPercent(one.accuracy().unaided().value()) + ".")
                        .orElse(""));
    }

    private static Row row(String name, AidedReader own) {
        List<Cell> cells = new ArrayList<>();
        for (AidedChange change : List.of(own.accuracy(), own.balancedAccuracy())) {
            cells.add(Cell.of(change.unaided()));
            cells.add(Cell.of(change.aided()));
            cells.add(points(change.difference()));
        }
        return new Row(name, Numbers.count(own.n()), cells, Numbers.probability(own.pExact()));
    }

    /** A difference in points. */
    private static Cell points(Estimate difference) {
        return new Cell(Points.of(difference.value()), Points.interval(difference.interval()), difference.reason(), "");
    }

    private static Test test(AidedTest test) {
        String interval = Points.interval(test.difference().interval());
        return new Test(
                title(Metric.valueOf(test.figure().toUpperCase(Locale.ROOT))),
                Numbers.score(test.unaided()),
                Numbers.score(test.aided()),
                Points.of(test.difference().value()) + (interval.isEmpty() ? "" : " (" + interval + ")"),
                Numbers.probability(test.p()),
                verdict(test));
    }

    /** Readers have one scale for all cases, so their areas are not pooled over folds. */
    private static String title(Metric metric) {
        return metric == Metric.AUC_OVR_MACRO ? "Macro AUC by confidence" : MetricText.title(metric);
    }

    private static String verdict(AidedTest test) {
        if (!(test.p() < PairTest.SIGNIFICANCE)) {
            return "no difference shown";
        }
        return test.difference().value() > 0
                ? "readers are better with the model on average"
                : "readers are worse with the model on average";
    }

    private static Followed followed(String name, Following known) {
        return new Followed(
                name,
                of(known.incorrect()),
                Cell.of(known.incorrect().share()),
                of(known.correct()),
                Cell.of(known.correct().share()));
    }

    private static String of(Following.Followed some) {
        return Numbers.count(some.followed()) + " of " + Numbers.count(some.n());
    }

    private static Svg chart(ReadersText readers, List<ModelKey> people, Map<String, AidedReader> perReader) {
        List<Forests.Entry> entries = new ArrayList<>();
        perReader.forEach((reader, own) -> {
            String name = readers.shown(reader);
            ModelKey key = people.stream()
                    .filter(person -> person.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            entries.add(new Forests.Entry(
                    key.series(), name, EstimateText.of(own.accuracy().unaided())));
            entries.add(new Forests.Entry(
                    key.series(),
                    "… with the model",
                    EstimateText.of(own.accuracy().aided())));
        });
        return Forests.ofShares("readers-aided", "Accuracy without and with the model", entries);
    }
}
