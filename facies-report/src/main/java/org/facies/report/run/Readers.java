package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.ClassMetric;
import org.facies.metric.Metric;

/** What {@code metrics.json} says of people who judged the same cases as the models. */
public final class Readers {
    private final JsonNode tree;

    Readers(JsonNode metrics) {
        this.tree = metrics;
    }

    /** In the order of the file. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        tree.path("readers").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** In the file's words, or empty. */
    public String experience(String reader) {
        return of(reader).path("experience").asText("");
    }

    /** Median time for one answer, NaN if not given. */
    public double medianSeconds(String reader) {
        return of(reader).path("median_seconds").asDouble(Double.NaN);
    }

    /** The number of cases that the reader judged. */
    public long n(String reader) {
        return of(reader).path("n").asLong();
    }

    public Estimate measure(String reader, Metric metric) {
        return Estimate.of(of(reader).path(metric.key()));
    }

    /** A figure of one class against all others. */
    public Estimate ofClass(String reader, String diagnosis, ClassMetric metric) {
        return Estimate.of(of(reader).path("per_class").path(diagnosis).path(metric.key()));
    }

    /** The figure at the class frequencies of the cohort; absent if the reader judged all of it. */
    public Optional<Estimate> corrected(String reader, Metric metric) {
        return Optional.of(of(reader).path("corrected_to_cohort").path(metric.key()))
                .filter(JsonNode::isObject)
                .map(Estimate::of);
    }

    /** {@code subject} or {@code photo}: what a reader saw as one case. */
    public String level() {
        return sample().path("level").asText("subject");
    }

    /** Cases by class of everything that was predicted. */
    public Map<String, Long> cohort() {
        return counts("cohort");
    }

    /** Cases by class that at least one reader judged. */
    public Map<String, Long> judged() {
        return counts("judged");
    }

    /** Cases by class that every reader judged. */
    public Map<String, Long> judgedByAll() {
        return counts("judged_by_all");
    }

    /** Always answering with the most frequent class of the judged. */
    public Baseline baseline() {
        return Baseline.of(sample().path("baseline"));
    }

    /** A model on the cases that readers judged. */
    public Estimate model(String model, Metric metric) {
        return Estimate.of(sample().path("models").path(model).path(metric.key()));
    }

    /** Every model (a) against every reader (b). */
    public List<McNemar> mcnemar() {
        List<McNemar> tests = new ArrayList<>();
        tree.path("tests").path("readers_mcnemar").forEach(node -> tests.add(McNemar.of(node, "model", "reader")));
        return tests;
    }

    /** The test of all readers together, if there are at least three. */
    public Optional<CochranQ> cochranQ() {
        return Optional.of(tree.path("tests").path("readers_cochran_q").path(0))
                .filter(JsonNode::isObject)
                .map(CochranQ::of);
    }

    /** How far the readers agree; absent for a single one. */
    public Optional<Agreement> agreement() {
        return Optional.of(tree.path("agreement")).filter(JsonNode::isObject).map(Agreement::of);
    }

    /** Every model against the group of readers. */
    public List<GroupTest> groupTests() {
        List<GroupTest> tests = new ArrayList<>();
        tree.path("tests").path("readers_mrmc").forEach(node -> tests.add(GroupTest.of(node)));
        return tests;
    }

    private Map<String, Long> counts(String name) {
        Map<String, Long> counts = new LinkedHashMap<>();
        sample().path(name)
                .properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        return counts;
    }

    private JsonNode of(String reader) {
        return tree.path("readers").path(reader);
    }

    private JsonNode sample() {
        return tree.path("reader_sample");
    }
}
