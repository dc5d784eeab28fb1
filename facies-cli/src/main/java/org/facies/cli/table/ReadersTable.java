package org.facies.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.facies.metric.Metric;
import org.facies.reader.AidedComparison;
import org.facies.reader.ReaderComparison;
import org.facies.reader.ReaderEvaluation;
import org.facies.reader.ReaderSample;
import org.facies.reader.ReaderStudy;
import org.facies.report.text.SimulatedMark;

/** The results of readers for a terminal, with the models and the majority class on the same cases. */
public final class ReadersTable {
    private static final List<Metric> COLUMNS = List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.MACRO_F1);

    private final ReaderStudy study;

    public ReadersTable(ReaderStudy study) {
        this.study = study;
    }

    /** The tables, with lines of at most this many columns. */
    public String within(int columns) {
        String sample = LeadSentence.wrapped(sample() + " " + result(), columns);
        List<String> parts = new ArrayList<>(
                List.of(sample, figures().within(columns), comparisons().within(columns)));
        study.further().readersAided().ifPresent(found -> parts.add(aided(found).within(columns)));
        return Cells.paragraphs(parts.toArray(String[]::new));
    }

    private String sample() {
        ReaderSample sample = study.sample();
        String cases = sample.level().name().toLowerCase(Locale.ROOT) + "s";
        long judged = total(sample.judged());
        long cohort = total(sample.cohort());
        return judged == cohort
                ? "Readers judged all " + cohort + " " + cases + "."
                : "Readers judged " + judged + " of " + cohort + " " + cases + " (" + shares(sample.judged())
                        + "; all: " + shares(sample.cohort())
                        + "). The last column is corrected to the class frequencies of all.";
    }

    /** Accuracy of readers, models and guessing on the same cases. */
    private String result() {
        String accuracies = study.sample().models().entrySet().stream()
                .map(model -> model.getKey() + " "
                        + LeadSentence.percent(
                                model.getValue().get(Metric.ACCURACY).value()))
                .collect(Collectors.joining(", "));
        double mean = study.readers().values().stream()
                .mapToDouble(reader -> reader.get(Metric.ACCURACY).value())
                .average()
                .orElse(Double.NaN);
        return String.format(
                Locale.ROOT,
                "Accuracy on these: %s %s, %s, guessing %s.",
                study.readers().size() == 1 ? "the reader" : "the readers on average",
                LeadSentence.percent(mean),
                accuracies,
                LeadSentence.percent(study.sample().baseline().accuracy()));
    }

    private TextTable figures() {
        boolean corrected = study.readers().values().stream()
                .anyMatch(reader -> reader.correctedToCohort().isPresent());
        List<String> header = new ArrayList<>(List.of("on the cases of the readers"));
        COLUMNS.forEach(metric -> header.add(metric.label()));
        if (corrected) {
            header.add("accuracy, corrected");
        }
        TextTable table = new TextTable(header);
        study.readers().forEach((name, reader) -> table.row(row(shown(name), reader, corrected)));
        study.sample().models().forEach((name, figures) -> {
            List<String> cells = new ArrayList<>(List.of(name));
            COLUMNS.forEach(metric -> cells.add(Cells.withInterval(figures.get(metric))));
            table.row(padded(cells, header.size()));
        });
        var baseline = study.sample().baseline();
        table.row(padded(
                new ArrayList<>(List.of(
                        "guessing: always " + baseline.majorityClass(),
                        Cells.score(baseline.accuracy()),
                        Cells.score(baseline.balancedAccuracy()),
                        Cells.score(baseline.macroF1()))),
                header.size()));
        return table;
    }

    private String shown(String reader) {
        return study.readers().get(reader).simulated().orElse(false) ? SimulatedMark.of(reader) : reader;
    }

    private static List<String> row(String name, ReaderEvaluation reader, boolean corrected) {
        List<String> cells = new ArrayList<>(List.of(name));
        COLUMNS.forEach(metric -> cells.add(Cells.withInterval(reader.get(metric))));
        if (corrected) {
            cells.add(reader.correctedToCohort()
                    .map(figures -> Cells.withInterval(figures.accuracy()))
                    .orElse(""));
        }
        return cells;
    }

    /** Accuracy of each reader without and with the model. */
    private TextTable aided(AidedComparison found) {
        TextTable table = new TextTable("same reader, same cases", "without model", "with model", "change", "p");
        found.perReader()
                .forEach((name, own) -> table.row(
                        shown(name),
                        Cells.withInterval(own.accuracy().unaided()),
                        Cells.withInterval(own.accuracy().aided()),
                        Cells.withInterval(own.accuracy().difference()),
                        Cells.p(own.pExact())));
        found.tests().stream()
                .filter(test -> test.figure().equals(Metric.ACCURACY.key()))
                .forEach(test -> table.row(
                        "all (Obuchowski–Rockette)",
                        Cells.score(test.unaided()),
                        Cells.score(test.aided()),
                        Cells.withInterval(test.difference()),
                        Cells.p(test.p())));
        return table;
    }

    private TextTable comparisons() {
        TextTable table = new TextTable(
                "McNemar, same cases: model / reader", "correct: model only", "correct: reader only", "p", "p (Holm)");
        for (ReaderComparison pair : study.tests().mcnemar()) {
            table.row(
                    pair.model() + " / " + shown(pair.reader()),
                    pair.onlyModel(),
                    pair.onlyReader(),
                    Cells.p(pair.pExact()),
                    Cells.p(pair.pHolm()));
        }
        return table;
    }

    private static List<String> padded(List<String> cells, int size) {
        while (cells.size() < size) {
            cells.add("");
        }
        return cells;
    }

    private static String shares(Map<String, Long> counts) {
        double all = total(counts);
        List<String> parts = new ArrayList<>();
        counts.forEach((name, n) -> parts.add(String.format(Locale.ROOT, "%s %.1f %%", name, 100 * n / all)));
        return String.join(", ", parts);
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
