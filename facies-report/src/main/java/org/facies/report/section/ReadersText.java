package org.facies.report.section;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.metric.Baseline;
import org.facies.metric.ClassMetric;
import org.facies.metric.JointComparison;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.reader.GroupComparison;
import org.facies.reader.ReaderAgreement;
import org.facies.reader.ReaderEvaluation;
import org.facies.reader.ReaderSample;
import org.facies.reader.ReadingResults;
import org.facies.report.chart.Svg;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Phrases;
import org.facies.report.text.SimulatedMark;
import org.facies.result.ComparisonResults;
import org.facies.result.MetricsFile;

/**
 * The results in {@code metrics.json} of readers who judged the same cases as the models. Readers have the names that
 * are shown: the name of a simulated reader says so.
 */
final class ReadersText {
    private final ReaderSample sample;
    private final Map<String, ReaderEvaluation> readers = new LinkedHashMap<>();
    private final ComparisonResults tests;
    private final Optional<ReaderAgreement> agreement;
    private final ReadingResults reading;
    private final Set<String> simulated = new HashSet<>();

    private ReadersText(MetricsFile file, ReaderSample sample, Map<String, ReaderEvaluation> readers) {
        this.sample = sample;
        this.tests = file.tests();
        this.agreement = file.agreement();
        this.reading = file.reading();
        readers.forEach((name, one) -> {
            if (one.simulated().orElse(false)) {
                simulated.add(name);
            }
        });
        readers.forEach((name, one) -> this.readers.put(shown(name), one));
    }

    /** Empty if no reader judged the same cases. */
    static Optional<ReadersText> of(MetricsFile file) {
        return file.readerSample()
                .flatMap(sample -> file.readers().map(readers -> new ReadersText(file, sample, readers)));
    }

    /** The name of a reader on the page. */
    String shown(String reader) {
        return simulated.contains(reader) ? SimulatedMark.of(reader) : reader;
    }

    /** Whether at least one reader is simulated. */
    boolean isSimulated() {
        return !simulated.isEmpty();
    }

    /** {@code 5 readers}, or {@code 5 simulated readers} where all are. */
    String counted(long number) {
        return Phrases.counted(number, simulated.size() == readers.size() ? "simulated reader" : "reader");
    }

    /** A drawing of readers, with the mark of simulated ones if there are such. */
    Svg marked(Svg drawing) {
        return isSimulated() ? drawing.withSimulatedReaders() : drawing;
    }

    /** The results of answers with a model, of repeats and of the order of cases. */
    ReadingResults reading() {
        return reading;
    }

    /** Cases for which the reader named no class; empty if there is none. */
    Optional<ReaderEvaluation.CannotSay> cannotSay(String reader) {
        return readers.get(reader).cannotSay();
    }

    /** In the order of the file. */
    List<String> names() {
        return List.copyOf(readers.keySet());
    }

    /** In the file's words, or empty. */
    String experience(String reader) {
        return readers.get(reader).experience();
    }

    /** Median time for one answer, NaN if not given. */
    double medianSeconds(String reader) {
        return readers.get(reader).medianSeconds().orElse(Double.NaN);
    }

    /** The number of cases that the reader judged. */
    long n(String reader) {
        return readers.get(reader).n();
    }

    EstimateText measure(String reader, Metric metric) {
        return EstimateText.of(readers.get(reader).get(metric));
    }

    /** A metric of one class compared with all others; average precision is not computed for readers. */
    EstimateText ofClass(String reader, String diagnosis, ClassMetric metric) {
        return EstimateText.of(readers.get(reader).perClass().get(diagnosis).get(metric));
    }

    /** The metric at the class frequencies of the cohort; empty if the reader judged the whole cohort. */
    Optional<EstimateText> corrected(String reader, Metric metric) {
        return readers.get(reader)
                .correctedToCohort()
                .flatMap(figures -> figures.get(metric))
                .map(EstimateText::of);
    }

    /** {@code subject} or {@code photo}: the unit that is one case for a reader. */
    String level() {
        return sample.level().name().toLowerCase(Locale.ROOT);
    }

    /** {@code children} or {@code photos}: the cases for people. */
    String cases() {
        return sample.level() == Level.SUBJECT ? "children" : "photos";
    }

    /** {@code 1 child}, {@code 120 children}, {@code 3 photos}. */
    String cases(long number) {
        return sample.level() == Level.SUBJECT ? Children.counted(number) : Phrases.counted(number, "photo");
    }

    /** Cases by class of everything that was predicted. */
    Map<String, Long> cohort() {
        return sample.cohort();
    }

    /** Cases by class that at least one reader judged. */
    Map<String, Long> judged() {
        return sample.judged();
    }

    /** Cases by class that every reader judged. */
    Map<String, Long> judgedByAll() {
        return sample.judgedByAll();
    }

    /** The baseline on the judged cases: always answering with the majority class. */
    Baseline baseline() {
        return sample.baseline();
    }

    /** A model on the cases that readers judged, by a metric that needs no probabilities. */
    EstimateText model(String model, Metric metric) {
        return EstimateText.of(sample.models().get(model).get(metric));
    }

    /** Every model (a) compared with every reader (b). */
    List<PairTest> mcnemar() {
        return tests.readersMcnemar().orElse(List.of()).stream()
                .map(PairTest::of)
                .map(test -> test.withB(shown(test.b())))
                .toList();
    }

    /** The test of all readers together, if there are at least three. */
    Optional<JointComparison> cochranQ() {
        return tests.readersCochranQ().orElse(List.of()).stream().findFirst();
    }

    /** How far the readers agree; empty for a single reader. */
    Optional<ReaderAgreement> agreement() {
        return agreement;
    }

    /** Every model compared with the group of readers. */
    List<GroupComparison> groupTests() {
        return tests.readersMrmc().orElse(List.of());
    }
}
