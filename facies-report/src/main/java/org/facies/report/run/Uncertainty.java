package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How far one model can be trusted, as {@code metrics.json} holds it; what is not there is empty. */
public final class Uncertainty {
    private final JsonNode tree;

    Uncertainty(JsonNode tree) {
        this.tree = tree;
    }

    /**
     * What scaling does to the probabilities.
     *
     * @param rows figures by what they are of: before, temperature, vector, after, change
     * @param methods which method was chosen, by fold
     * @param bins of the reliability diagram after scaling
     */
    public record Calibration(Map<String, CalibrationRow> rows, List<String> methods, List<Bin> bins) {}

    /** Figures of one way to scale. */
    public record CalibrationRow(Estimate logLoss, Estimate brier, Estimate error) {}

    /** Answers of similar confidence. */
    public record Bin(int index, int count, double confidence, double right) {}

    /**
     * Prediction sets of one score and level.
     *
     * @param perClass coverage by class
     */
    public record Sets(
            String conformity,
            int levelPercent,
            String assurance,
            Estimate coverage,
            Estimate meanSize,
            Estimate empty,
            Estimate single,
            Estimate singleRight,
            Map<String, ClassCoverage> perClass) {}

    /** Coverage of a class, and whether it has the subjects that a level needs. */
    public record ClassCoverage(long subjects, long needed, boolean enough, Estimate coverage) {}

    /** What is gained by not answering: the area, the curve of coverage and accuracy, and learnt thresholds. */
    public record Abstention(Estimate aurc, double perfect, List<CurvePoint> curve, List<Target> targets) {}

    /** Share of subjects that is answered, and share of the answers that is right. */
    public record CurvePoint(double coverage, double accuracy) {}

    /** A wanted coverage, and what its threshold reached. */
    public record Target(double wanted, Estimate answered, Estimate accuracy) {}

    /** Any syndrome against none. */
    public record Screening(String unaffected, long affected, long well, Estimate auc, List<OperatingPoint> points) {}

    /** What a threshold reached that held sensitivity or specificity on the other folds. */
    public record OperatingPoint(
            String fixed, double at, Estimate sensitivity, Estimate specificity, List<Predictive> predictive) {}

    /** Predictive values at a prevalence. */
    public record Predictive(double prevalence, Estimate positive, Estimate negative) {}

    /** Which syndrome, given that there is one. */
    public record Naming(long subjects, Estimate accuracy, double commonest, Map<String, Estimate> recall) {}

    /** "None of these" said of the cohort's own. */
    public record Novelty(
            double nominal,
            Estimate refused,
            Map<String, Estimate> perClass,
            Estimate rightKept,
            Estimate rightRefused) {}

    /** A column of the manifest. */
    public record Column(String name, String finding, List<Group> groups) {}

    /** A group of a column; sensitivity and specificity by class. */
    public record Group(
            String name,
            long n,
            Estimate accuracy,
            Estimate error,
            Estimate overconfidence,
            Map<String, Estimate> sensitivity,
            Map<String, Estimate> specificity) {}

    public Optional<Calibration> calibration() {
        return part("calibration").map(node -> {
            Map<String, CalibrationRow> rows = new LinkedHashMap<>();
            for (String row : List.of("before", "temperature", "vector", "after", "change")) {
                JsonNode own = node.path(row);
                rows.put(
                        row,
                        new CalibrationRow(
                                Estimate.of(own.path("log_loss")),
                                Estimate.of(own.path("brier_sum")),
                                Estimate.of(own.path("ece15"))));
            }
            List<String> methods =
                    list(node.path("fits"), fit -> fit.path("method").asText());
            return new Calibration(rows, methods, list(node.path("reliability_after"), Uncertainty::bin));
        });
    }

    private static Bin bin(JsonNode node) {
        return new Bin(
                node.path("index").asInt(),
                node.path("n").asInt(),
                node.path("confidence").asDouble(),
                node.path("right").path("value").asDouble());
    }

    /** In the order of the file; empty if there are none. */
    public List<Sets> sets() {
        return list(
                tree.path("conformal"),
                node -> new Sets(
                        node.path("conformity").asText(),
                        node.path("level_percent").asInt(),
                        node.path("assurance").asText(),
                        Estimate.of(node.path("coverage")),
                        Estimate.of(node.path("mean_size")),
                        Estimate.of(node.path("empty")),
                        Estimate.of(node.path("single")),
                        Estimate.of(node.path("single_right")),
                        map(node.path("per_class"), Uncertainty::classCoverage)));
    }

    private static ClassCoverage classCoverage(JsonNode node) {
        return new ClassCoverage(
                node.path("subjects").asLong(),
                node.path("needed").asLong(),
                node.path("enough").asBoolean(),
                Estimate.of(node.path("coverage")));
    }

    public Optional<Abstention> abstention() {
        return part("abstention")
                .map(node -> new Abstention(
                        Estimate.of(node.path("aurc")),
                        node.path("aurc_perfect").asDouble(),
                        list(
                                node.path("curve"),
                                point -> new CurvePoint(
                                        point.path("coverage").asDouble(),
                                        point.path("accuracy").asDouble())),
                        list(
                                node.path("targets"),
                                target -> new Target(
                                        target.path("wanted").asDouble(),
                                        Estimate.of(target.path("answered")),
                                        Estimate.of(target.path("accuracy"))))));
    }

    public Optional<Screening> screening() {
        return part("screening")
                .map(node -> new Screening(
                        node.path("unaffected").asText(),
                        node.path("affected_subjects").asLong(),
                        node.path("unaffected_subjects").asLong(),
                        Estimate.of(node.path("auc")),
                        list(node.path("points"), Uncertainty::operatingPoint)));
    }

    private static OperatingPoint operatingPoint(JsonNode node) {
        return new OperatingPoint(
                node.path("fixed").asText(),
                node.path("at").asDouble(),
                Estimate.of(node.path("sensitivity")),
                Estimate.of(node.path("specificity")),
                list(
                        node.path("predictive"),
                        value -> new Predictive(
                                value.path("prevalence").asDouble(),
                                Estimate.of(value.path("positive")),
                                Estimate.of(value.path("negative")))));
    }

    public Optional<Naming> naming() {
        return part("naming")
                .map(node -> new Naming(
                        node.path("subjects").asLong(),
                        Estimate.of(node.path("accuracy")),
                        node.path("commonest").asDouble(),
                        map(node.path("recall"), Estimate::of)));
    }

    public Optional<Novelty> novelty() {
        return part("novelty")
                .map(node -> new Novelty(
                        node.path("nominal").asDouble(),
                        Estimate.of(node.path("refused")),
                        map(node.path("per_class"), Estimate::of),
                        Estimate.of(node.path("right_kept")),
                        Estimate.of(node.path("right_refused"))));
    }

    /** In the order of the file; empty if there are none. */
    public List<Column> columns() {
        return list(
                tree.path("subgroups"),
                node -> new Column(
                        node.path("column").asText(),
                        node.path("finding").asText(),
                        list(node.path("groups"), Uncertainty::group)));
    }

    private static Group group(JsonNode node) {
        return new Group(
                node.path("group").asText(),
                node.path("n").asLong(),
                Estimate.of(node.path("accuracy")),
                Estimate.of(node.path("ece15")),
                Estimate.of(node.path("overconfidence")),
                map(node.path("per_class"), own -> Estimate.of(own.path("sensitivity"))),
                map(node.path("per_class"), own -> Estimate.of(own.path("specificity"))));
    }

    private Optional<JsonNode> part(String name) {
        return Optional.of(tree.path(name)).filter(JsonNode::isObject);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> of) {
        List<T> values = new ArrayList<>();
        array.forEach(node -> values.add(of.apply(node)));
        return values;
    }

    private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> of) {
        Map<String, T> values = new LinkedHashMap<>();
        object.properties().forEach(field -> values.put(field.getKey(), of.apply(field.getValue())));
        return values;
    }
}
