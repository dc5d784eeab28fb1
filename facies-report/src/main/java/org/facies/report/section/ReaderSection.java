package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.ClassMetric;
import org.facies.metric.Metric;
import org.facies.report.chart.Series;
import org.facies.report.chart.Svg;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;

/**
 * Readers and models on the same cases.
 *
 * @param answer how the headline's model compares with the group of readers; empty where that was not tested
 * @param who sentences about the readers and their cases
 * @param sample cases by class of the cohort and of what readers judged; empty if they judged all
 * @param forests one a metric, models first
 * @param columns of the table
 * @param readers a row a reader, then a row a model on the same cases
 * @param classes headings of the recalls
 * @param recalls a row a reader
 * @param joint the test of all readers together, or empty
 * @param tests every model compared with every reader
 * @param group the readers as a group
 * @param aided readers with and without the model
 * @param repeats agreement of readers with themselves
 * @param position learning and fatigue
 * @param isSimulated whether a program answered in place of some reader
 */
public record ReaderSection(
        String answer,
        String who,
        List<SampleRow> sample,
        List<ModelSection.Forest> forests,
        List<String> columns,
        List<Row> readers,
        List<Row> models,
        ModelSection.Row baseline,
        List<String> classes,
        List<ModelSection.Row> recalls,
        String joint,
        List<TestSection.Row> tests,
        GroupPart group,
        Optional<AidedPart> aided,
        Optional<RepeatPart> repeats,
        Optional<PositionPart> position,
        boolean isSimulated) {
    private static final List<Metric> BOTH = List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.MACRO_F1);

    /** One class. */
    public record SampleRow(String name, String cohort, String cohortShare, String judged, String judgedShare) {}

    /**
     * A reader's or a model's metrics.
     *
     * @param about experience and pace, or empty
     */
    public record Row(Svg swatch, String name, String about, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public ReaderSection {
        sample = List.copyOf(sample);
        forests = List.copyOf(forests);
        columns = List.copyOf(columns);
        readers = List.copyOf(readers);
        models = List.copyOf(models);
        classes = List.copyOf(classes);
        recalls = List.copyOf(recalls);
        tests = List.copyOf(tests);
    }

    static Optional<ReaderSection> of(Run run) {
        return ReadersText.of(run.metrics()).map(readers -> of(run, readers));
    }

    private static ReaderSection of(Run run, ReadersText readers) {
        List<ModelKey> models = ModelKey.of(run);
        List<ModelKey> people = people(run, readers);
        Forests drawn = Forests.ofMetrics(run);
        boolean isSample = !readers.judged().equals(readers.cohort());
        boolean confident = readers.names().stream()
                .anyMatch(name -> readers.measure(name, Metric.AUC_OVR_MACRO).isDefined());
        return new ReaderSection(
                answer(run, readers),
                who(readers, isSample),
                isSample ? sample(run, readers) : List.of(),
                Forests.OF_READERS.stream()
                        .map(metric -> new ModelSection.Forest(
                                MetricText.title(metric), readers.marked(drawn.ofReaders(metric))))
                        .toList(),
                columns(readers, isSample, confident),
                people.stream()
                        .map(person -> row(readers, person, isSample, confident))
                        .toList(),
                models.stream()
                        .map(model -> row(
                                readers,
                                model,
                                columns(readers, isSample, confident).size()))
                        .toList(),
                baseline(run, readers, columns(readers, isSample, confident).size()),
                run.names().of(run.classes()),
                people.stream().map(person -> recalls(run, readers, person)).toList(),
                readers.cochranQ()
                        .map(test -> "All readers together, Cochran’s test that they are correct equally often: "
                                + TestSection.text(test) + ".")
                        .orElse(""),
                readers.mcnemar().stream().map(TestSection::plainRow).toList(),
                GroupPart.of(readers, run.names()),
                AidedPart.of(readers, people),
                RepeatPart.of(readers),
                PositionPart.of(readers, people),
                readers.isSimulated());
    }

    /** A reader has the same mark in every chart of the page; the readers' marks follow the models'. */
    static List<ModelKey> people(Run run, ReadersText readers) {
        List<ModelKey> people = new ArrayList<>();
        for (String name : readers.names()) {
            people.add(new ModelKey(name, new Series(run.models().size() + people.size())));
        }
        return people;
    }

    private static String answer(Run run, ReadersText readers) {
        return run.headlineModel().stream()
                .flatMap(model -> readers.groupTests().stream()
                        .filter(test -> test.model().equals(model)))
                .filter(test -> test.figure().equals("accuracy"))
                .findFirst()
                .map(test -> "The readers’ mean accuracy is " + Numbers.roundPercent(test.readers()) + ", that of "
                        + test.model() + " on the same " + readers.cases() + " "
                        + Numbers.roundPercent(test.value()) + " (p\u00a0" + Numbers.relation(test.pHolm()) + "): "
                        + GroupPart.verdict(test) + ".")
                .orElse("");
    }

    private static String who(ReadersText readers, boolean isSample) {
        long judged = total(readers.judged());
        String what = isSample
                ? Numbers.count(judged) + " of " + readers.cases(total(readers.cohort()))
                : "all " + readers.cases(judged);
        String who = readers.counted(readers.names().size()) + " judged " + what + ". ";
        long common = total(readers.judgedByAll());
        String crossed = common == judged ? "" : readers.cases(common) + " were judged by every reader. ";
        String rule = isSample
                ? "They judged a part of the cohort. Their accuracy is shown as it was, and corrected to the class"
                        + " frequencies of the cohort. The author must say how the sample was drawn."
                : "So they and the models judged the same cases.";
        String unanswered = isAnyUnanswered(readers) ? " “Cannot say” counts as incorrect." : "";
        return who + crossed + rule + unanswered + " The models’ values here are of the cases that readers judged.";
    }

    private static List<SampleRow> sample(Run run, ReadersText readers) {
        List<SampleRow> rows = new ArrayList<>();
        double cohort = total(readers.cohort());
        double judged = total(readers.judged());
        readers.cohort()
                .forEach((name, n) -> rows.add(new SampleRow(
                        run.names().of(name),
                        Numbers.count(n),
                        Numbers.percent(n / cohort),
                        Numbers.count(readers.judged().get(name)),
                        Numbers.percent(readers.judged().get(name) / judged))));
        return rows;
    }

    private static List<String> columns(ReadersText readers, boolean isSample, boolean confident) {
        List<String> columns = new ArrayList<>();
        BOTH.forEach(measure -> columns.add(MetricText.title(measure)));
        columns.add(MetricText.title(Metric.COHEN_KAPPA));
        if (isSample) {
            columns.add("Accuracy, corrected");
        }
        if (confident) {
            columns.add("Macro AUC by confidence");
        }
        if (isAnyUnanswered(readers)) {
            columns.add("Cannot say");
            columns.add("Accuracy of answered");
        }
        return columns;
    }

    private static Row row(ReadersText readers, ModelKey person, boolean isSample, boolean confident) {
        List<Cell> cells = new ArrayList<>();
        BOTH.forEach(measure -> cells.add(Cell.of(readers.measure(person.name(), measure))));
        cells.add(Cell.of(readers.measure(person.name(), Metric.COHEN_KAPPA)));
        if (isSample) {
            cells.add(readers.corrected(person.name(), Metric.ACCURACY)
                    .map(Cell::of)
                    .orElseGet(() -> Cell.plain(Numbers.UNDEFINED)));
        }
        if (confident) {
            cells.add(Cell.of(readers.measure(person.name(), Metric.AUC_OVR_MACRO)));
        }
        if (isAnyUnanswered(readers)) {
            cells.addAll(unanswered(readers, person.name()));
        }
        return new Row(person.swatch(), person.name(), about(readers, person.name()), cells);
    }

    private static boolean isAnyUnanswered(ReadersText readers) {
        return readers.names().stream().anyMatch(name -> readers.cannotSay(name).isPresent());
    }

    /** The share of cases without a class, and the accuracy of the others. */
    private static List<Cell> unanswered(ReadersText readers, String name) {
        return readers.cannotSay(name)
                .map(none -> List.of(Cell.of(none.share()), Cell.of(none.accuracyOfAnswered())))
                .orElseGet(() -> List.of(
                        Cell.plain(Numbers.score(0)),
                        Cell.plain(readers.measure(name, Metric.ACCURACY).text())));
    }

    private static String about(ReadersText readers, String name) {
        List<String> about = new ArrayList<>();
        if (!readers.experience(name).isEmpty()) {
            about.add(readers.experience(name));
        }
        about.add(readers.cases(readers.n(name)));
        double seconds = readers.medianSeconds(name);
        if (Double.isFinite(seconds)) {
            about.add("median " + Numbers.axis(Math.round(10 * seconds) / 10.0) + "\u00a0s");
        }
        return String.join(", ", about);
    }

    private static Row row(ReadersText readers, ModelKey model, int columns) {
        List<Cell> cells = new ArrayList<>();
        BOTH.forEach(measure -> cells.add(Cell.of(readers.model(model.name(), measure))));
        while (cells.size() < columns) {
            cells.add(Cell.plain(""));
        }
        return new Row(model.swatch(), model.name(), "", cells);
    }

    private static ModelSection.Row baseline(Run run, ReadersText readers, int columns) {
        List<Cell> cells = new ArrayList<>();
        BOTH.forEach(measure -> cells.add(
                Cell.plain(readers.baseline().value(measure).map(Numbers::score).orElse(Numbers.UNDEFINED))));
        while (cells.size() < columns) {
            cells.add(Cell.plain(""));
        }
        return new ModelSection.Row(
                "always “" + run.names().of(readers.baseline().majorityClass()) + "”", cells);
    }

    private static ModelSection.Row recalls(Run run, ReadersText readers, ModelKey person) {
        return new ModelSection.Row(
                person.name(),
                run.classes().stream()
                        .map(name -> Cell.of(readers.ofClass(person.name(), name, ClassMetric.RECALL)))
                        .toList());
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
