package org.facies.report.section;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.Baseline;
import org.facies.metric.ClassMetric;
import org.facies.metric.JointComparison;
import org.facies.metric.Metric;
import org.facies.reader.GroupComparison;
import org.facies.reader.ReaderAgreement;
import org.facies.reader.ReaderEvaluation;
import org.facies.reader.ReaderSample;
import org.facies.report.text.EstimateText;
import org.facies.result.ComparisonResults;
import org.facies.result.MetricsFile;

/** What {@code metrics.json} says of people who judged the same cases as the models. */
final class ReadersText {
    private final ReaderSample sample;
    private final Map<String, ReaderEvaluation> readers;
    private final ComparisonResults tests;
    private final Optional<ReaderAgreement> agreement;

    private ReadersText(
            ReaderSample sample,
            Map<String, ReaderEvaluation> readers,
            ComparisonResults tests,
            Optional<ReaderAgreement> agreement) {
        this.sample = sample;
        this.readers = readers;
        this.tests = tests;
        this.agreement = agreement;
    }

    /** Empty where nobody judged the same cases. */
    static Optional<ReadersText> of(MetricsFile file) {
        return file.readerSample()
                .flatMap(sample -> file.readers()
                        .map(readers -> new ReadersText(sample, readers, file.tests(), file.agreement())));
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

    /** A figure of one class against all others; average precision is not computed for readers. */
    EstimateText ofClass(String reader, String diagnosis, ClassMetric metric) {
        return EstimateText.of(readers.get(reader).perClass().get(diagnosis).get(metric));
    }

    /** The figure at the class frequencies of the cohort; absent if the reader judged all of it. */
    Optional<EstimateText> corrected(String reader, Metric metric) {
        return readers.get(reader)
                .correctedToCohort()
                .flatMap(figures -> figures.get(metric))
                .map(EstimateText::of);
    }

    /** {@code subject} or {@code photo}: what a reader saw as one case. */
    String level() {
        return sample.level().name().toLowerCase(Locale.ROOT);
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

    /** Always answering with the most frequent class of the judged. */
    Baseline baseline() {
        return sample.baseline();
    }

    /** A model on the cases that readers judged, by what answers alone can tell. */
    EstimateText model(String model, Metric metric) {
        return EstimateText.of(sample.models().get(model).get(metric));
    }

    /** Every model (a) against every reader (b). */
    List<PairTest> mcnemar() {
        return tests.readersMcnemar().orElse(List.of()).stream()
                .map(PairTest::of)
                .toList();
    }

    /** The test of all readers together, if there are at least three. */
    Optional<JointComparison> cochranQ() {
        return tests.readersCochranQ().orElse(List.of()).stream().findFirst();
    }

    /** How far the readers agree; absent for a single one. */
    Optional<ReaderAgreement> agreement() {
        return agreement;
    }

    /** Every model against the group of readers. */
    List<GroupComparison> groupTests() {
        return tests.readersMrmc().orElse(List.of());
    }
}
