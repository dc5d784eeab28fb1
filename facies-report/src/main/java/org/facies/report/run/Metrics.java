package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facies.metric.Level;

/** The content of {@code metrics.json} that a report shows. */
public final class Metrics {
    private final JsonNode tree;

    Metrics(JsonNode tree) {
        this.tree = tree;
    }

    public List<String> classes() {
        List<String> classes = new ArrayList<>();
        tree.path("classes").forEach(name -> classes.add(name.path("label").asText()));
        return classes;
    }

    /** Names of the models, in the order of the file. */
    public List<String> models() {
        List<String> models = new ArrayList<>();
        tree.path("models").fieldNames().forEachRemaining(models::add);
        return models;
    }

    public Scores scores(String model, Level level) {
        return new Scores(tree.path("models").path(model).path(key(level)));
    }

    /** How far a model can be trusted. */
    public Uncertainty uncertainty(String model) {
        return new Uncertainty(tree.path("models").path(model));
    }

    /** What always answering with the most frequent class reaches. */
    public Optional<Baseline> baseline(Level level) {
        return Optional.of(tree.path("baseline").path(key(level)))
                .filter(JsonNode::isObject)
                .map(Baseline::of);
    }

    public List<McNemar> mcnemar(Level level) {
        List<McNemar> tests = new ArrayList<>();
        for (JsonNode node : tree.path("tests").path("mcnemar")) {
            if (McNemar.isAt(level, node)) {
                tests.add(McNemar.of(node));
            }
        }
        return tests;
    }

    /** The test of all models together, if there are at least three. */
    public Optional<CochranQ> cochranQ(Level level) {
        for (JsonNode node : tree.path("tests").path("cochran_q")) {
            if (node.path("level").asText().equals(key(level))) {
                return Optional.of(CochranQ.of(node));
            }
        }
        return Optional.empty();
    }

    /** People who judged the same cases, if any did. */
    public Optional<Readers> readers() {
        return Optional.of(tree.path("readers")).filter(JsonNode::isObject).map(readers -> new Readers(tree));
    }

    /** How often subjects were drawn anew for bootstrap intervals. */
    public Optional<Long> resamples() {
        return Optional.of(tree.path("intervals").path("bootstrap_resamples"))
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asLong);
    }

    static String key(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
