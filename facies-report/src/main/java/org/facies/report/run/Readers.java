package org.facies.report.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.ClassMetric;
import org.facies.metric.Metric;
import org.facies.reader.ReaderAgreement;
import org.facies.reader.ReaderEvaluation;
import org.facies.reader.ReaderSample;
import org.facies.report.text.EstimateText;
import org.facies.result.ComparisonResults;

/** What {@code metrics.json} says of people who judged the same cases as the models. */
public final class Readers {
    private final ReaderSample sample;
    private final Map<String, ReaderEvaluation> readers;
    private final ComparisonResults tests;
    private final Optional<ReaderAgreement> agreement;

    Readers(
            ReaderSample sample,
            Map<String, ReaderEvaluation> readers,
            ComparisonResults tests,
            Optional<ReaderAgreement> agreement) {
        this.sample = sample;
        this.readers = readers;
        this.tests = tests;
        this.agreement = agreement;
    }

    /** In the order of the file. */
    public List<String> names() {
        return List.copyOf(readers.keySet());
    }

    /** In the file's words, or empty. */
    public String experience(String reader) {
        return readers.get(reader).experience();
    }

    /** Median time for one answer, NaN if not given. */
    public double medianSeconds(String reader) {
        return readers.get(reader).medianSeconds().orElse(Double.NaN);
    }

    /** The number of cases that the reader judged. */
    public long n(String reader) {
        return readers.get(reader).n();
    }

    public EstimateText measure(String reader, Metric metric) {
        return EstimateText.of(readers.get(reader).get(metric));
    }

    /** A figure of one class against all others; average precision is not computed for readers. */
    public EstimateText ofClass(String reader, String diagnosis, ClassMetric metric) {
        return EstimateText.of(readers.get(reader).perClass().get(diagnosis).get(metric));
    }

    /** The figure at the class frequencies of the cohort; absent if the reader judged all of it. */
    public Optional<EstimateText> corrected(String reader, Metric metric) {
        return readers.get(reader)
                .correctedToCohort()
                .flatMap(figures -> figures.get(metric))
                .map(EstimateText::of);
    }

    /** {@code subject} or {@code photo}: what a reader saw as one case. */
    public String level() {
        return sample.level().name().toLowerCase(Locale.ROOT);
    }

    /** Cases by class of everything that was predicted. */
    public Map<String, Long> cohort() {
        return sample.cohort();
    }

    /** Cases by class that at least one reader judged. */
    public Map<String, Long> judged() {
        return sample.judged();
    }

    /** Cases by class that every reader judged. */
    public Map<String, Long> judgedByAll() {
        return sample.judgedByAll();
    }

    /** Always answering with the most frequent class of the judged. */
    public Baseline baseline() {
        return Baseline.of(sample.baseline());
    }

    /** A model on the cases that readers judged, by what answers alone can tell. */
    public EstimateText model(String model, Metric metric) {
        return EstimateText.of(sample.models().get(model).get(metric));
    }

    /** Every model (a) against every reader (b). */
    public List<McNemar> mcnemar() {
        return tests.readersMcnemar().orElse(List.of()).stream()
                .map(McNemar::of)
                .toList();
    }

    /** The test of all readers together, if there are at least three. */
    public Optional<CochranQ> cochranQ() {
        return tests.readersCochranQ().orElse(List.of()).stream().findFirst().map(CochranQ::of);
    }

    /** How far the readers agree; absent for a single one. */
    public Optional<Agreement> agreement() {
        return agreement.map(Agreement::of);
    }

    /** Every model against the group of readers. */
    public List<GroupTest> groupTests() {
        return tests.readersMrmc().orElse(List.of()).stream().map(GroupTest::of).toList();
    }
}
