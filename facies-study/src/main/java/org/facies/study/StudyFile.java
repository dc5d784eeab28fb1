package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.file.Overlay;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.result.settings.Candidate;
import org.facies.result.settings.SelectionMetric;
import org.facies.result.settings.StudySettings;
import org.facies.result.settings.TrainingSection;
import org.facies.run.StudyTree;

/**
 * Reads a study file over the defaults. A model's training settings are the defaults for its kind of start, then the
 * study's {@code training}, then the model's own.
 */
public final class StudyFile {
    private static final List<String> TOP = List.of(
            "name",
            "cohort",
            "faces",
            "folds",
            "choice",
            "repeats",
            "comparison",
            "evaluation",
            "subgroups",
            "screening");

    /** Keys that are not laid over defaults. */
    private static final List<String> ELSEWHERE =
            List.of("training", "candidates", "ensembles", "factors", "contrasts");

    private static final String COSFACE = "cosface";

    private final ObjectNode defaults = StudyTree.shipped();
    private final String file;
    private final Overlay overlay;
    private final CandidateReader candidates;

    private StudyFile(String file) {
        this.file = file;
        overlay = new Overlay(file);
        candidates = new CandidateReader(
                (ObjectNode) defaults.get("model"),
                (ObjectNode) defaults.get("training").get("pretrained"),
                overlay);
    }

    /**
     * Reads and checks a file.
     *
     * @param file YAML; every key it may have is in {@code defaults.yaml}
     * @throws BadInput naming every key and value that is wrong
     */
    public static StudySettings read(Path file) {
        return parse(file.getFileName().toString(), Yaml.read(file));
    }

    static StudySettings parse(String file, JsonNode study) {
        return new StudyFile(file).resolve(StudyTree.settled(study));
    }

    private StudySettings resolve(JsonNode study) {
        ObjectNode known = Yaml.MAPPER.createObjectNode();
        TOP.forEach(key -> known.set(key, defaults.get(key)));
        known.putArray("models");
        ELSEWHERE.forEach(known::putObject);
        JsonNode top = study;
        if (study.isObject()) {
            ObjectNode rest = study.deepCopy();
            rest.remove(List.of("models", "format", "provenance"));
            rest.remove(ELSEWHERE);
            top = rest;
        }
        ObjectNode result = overlay.over(known, top, "");
        result.remove(ELSEWHERE);
        JsonNode training = study.path("training");
        checkOnce(training);
        JsonNode models = study.path("models");
        result.set("models", models(models.isMissingNode() ? defaults.get("models") : models, study, result));
        check(result);
        comparisons(result, study);
        if (!overlay.problems().isEmpty()) {
            throw new BadInput(overlay.problems());
        }
        leaveOutDefaults(result);
        return StudySettings.FORMAT.read(result, file, "Write a value of that kind.");
    }

    /** Keys that name models, and are checked once these are known. */
    private void comparisons(ObjectNode result, JsonNode study) {
        List<String> names = new ArrayList<>();
        result.get("models").forEach(model -> names.add(model.path("name").asText()));
        ComparisonKeys keys = new ComparisonKeys(overlay, names);
        Map<String, JsonNode> ensembles = new LinkedHashMap<>();
        for (String list : List.of("models", "ensembles")) {
            JsonNode given = study.path(list);
            for (int i = 0; i < given.size(); i++) {
                if (list.equals("ensembles") || ComparisonKeys.isEnsemble(given.get(i))) {
                    ensembles.put(list + "[" + i + "]", given.get(i));
                }
            }
        }
        result.set("ensembles", keys.ensembles(ensembles));
        result.set("factors", keys.factors(study.path("factors")));
        result.set("contrasts", keys.contrasts(study.path("contrasts")));
        new FairComparison(overlay).check(result);
    }

    /** Keys that were added later are left out where they say nothing, so that runs begun before resume. */
    private static void leaveOutDefaults(ObjectNode study) {
        for (String list : List.of("ensembles", "factors", "contrasts")) {
            if (study.get(list).isEmpty()) {
                study.remove(list);
            }
        }
        JsonNode repeats = study.get("repeats");
        if (repeats.path("divisions").asInt() == 1 && repeats.path("seeds").asInt() == 1) {
            study.remove("repeats");
        }
        if (study.get("comparison").asText().equals(FairComparison.AS_GIVEN)) {
            study.remove("comparison");
        }
        if (study.get("evaluation").path("margin").asDouble() == 0) {
            ((ObjectNode) study.get("evaluation")).remove("margin");
        }
        for (JsonNode model : study.get("models")) {
            if (model.path("decision").path("prior_exponent").asDouble() == 0) {
                ((ObjectNode) model).remove("decision");
            }
        }
    }

    /** The study's training group is laid over each model's defaults later; its mistakes are told once, here. */
    private void checkOnce(JsonNode training) {
        overlay.over(trainingDefaults(true, FairComparison.AS_GIVEN), training, "training");
    }

    private ArrayNode models(JsonNode models, JsonNode study, JsonNode top) {
        ArrayNode result = Yaml.MAPPER.createArrayNode();
        if (!models.isArray() || models.isEmpty()) {
            overlay.problem("models", models.asText(), "is not a list of models", "List at least one, with a name.");
            return result;
        }
        String comparison = top.path("comparison").asText();
        List<Candidate> shared = candidates.read(study.path("candidates"), "candidates");
        if (shared.isEmpty() && comparison.equals(FairComparison.BEST)) {
            shared = candidates.read(
                    Yaml.MAPPER
                            .createObjectNode()
                            .set("training", defaults.get("training").get("best")),
                    "candidates");
        }
        for (int i = 0; i < models.size(); i++) {
            if (ComparisonKeys.isEnsemble(models.get(i))) {
                continue;
            }
            String path = "models[" + i + "]";
            ObjectNode model = model(models.get(i), study.path("training"), comparison, path);
            JsonNode own = models.get(i).path("candidates");
            boolean isFrozen = ModelChecks.isFrozen(model);
            if (isFrozen && !own.isMissingNode() && !own.isEmpty()) {
                overlay.problem(
                        path + ".candidates", "", "has nothing to choose from with training: none", "Remove it.");
            }
            model.set(
                    "candidates",
                    tree(
                            isFrozen
                                    ? List.of()
                                    : own.isMissingNode() ? shared : candidates.read(own, path + ".candidates")));
            result.add(model);
        }
        return result;
    }

    private static ArrayNode tree(List<Candidate> candidates) {
        ArrayNode list = Yaml.MAPPER.createArrayNode();
        candidates.forEach(candidate -> list.add(candidate.tree()));
        return list;
    }

    private ObjectNode model(JsonNode given, JsonNode training, String comparison, String path) {
        ObjectNode keys = given.isObject() ? given.deepCopy() : Yaml.MAPPER.createObjectNode();
        JsonNode own = keys.path("training");
        keys.remove(List.of("training", "candidates"));
        boolean pretrained = keys.path("pretrained").asBoolean(true);
        ObjectNode base = defaults.get("model").deepCopy();
        JsonNode ofLoss = defaults.get("loss").path(keys.path("loss").asText(COSFACE));
        base.setAll(
                (ObjectNode) (ofLoss.isObject() ? ofLoss : defaults.get("loss").get(COSFACE)));
        JsonNode file = keys.path("pretrained");
        if (file.isTextual()) {
            keys.remove("pretrained");
        }
        ObjectNode model = overlay.over(base, given.isObject() ? keys : given, path);
        if (file.isTextual()) {
            model.set("pretrained", file);
        }
        // Mistakes of the shared group were told once already.
        ObjectNode shared = new Overlay("").over(trainingDefaults(pretrained, comparison), training, "");
        boolean isFrozen = own.isTextual() && own.textValue().equals(TrainingSection.NONE);
        ObjectNode resolved = isFrozen ? shared.put("epochs", 0) : overlay.over(shared, own, path + ".training");
        if (resolved.path("epochs").asInt() == 0) {
            resolved.put("freeze_below", TrainingSection.AUTO).put("cached_views", 0);
        }
        model.set("training", resolved);
        return model;
    }

    private ObjectNode trainingDefaults(boolean pretrained, String comparison) {
        ObjectNode base = defaults.get("training").get("pretrained").deepCopy();
        if (comparison.equals(FairComparison.MATCHED)) {
            base.setAll((ObjectNode) defaults.get("training").get("matched"));
        } else if (!pretrained) {
            base.setAll((ObjectNode) defaults.get("training").get("scratch"));
        }
        return base;
    }

    private void check(ObjectNode study) {
        if (study.path("folds").path("k").asInt() < 2) {
            overlay.problem("folds.k", study.path("folds").path("k").asText(), "is less than 2", "Write 5, say.");
        }
        overlay.choice(study.path("folds"), "unit", "folds.unit", List.of("subject", "photo", "both"));
        for (String key : List.of("divisions", "seeds")) {
            JsonNode times = study.path("repeats").path(key);
            if (times.asInt() < 1) {
                overlay.problem("repeats." + key, times.asText(), "is less than 1", "Write 1 or more.");
            }
        }
        overlay.choice(study, "comparison", "comparison", FairComparison.WORDS);
        JsonNode margin = study.path("evaluation").path("margin");
        if (margin.asDouble() < 0 || margin.asDouble() >= 1) {
            overlay.problem(
                    "evaluation.margin", margin.asText(), "is not from 0 to 1", "Write 0.05, say, or 0 for none.");
        }
        if (study.path("evaluation").path("bootstrap").asInt() < 1000) {
            overlay.problem(
                    "evaluation.bootstrap",
                    study.path("evaluation").path("bootstrap").asText(),
                    "is too few resamples for a 95 % interval",
                    "Write 2000 or more.");
        }
        new UncertaintySection(overlay).check(study);
        checkChoice(study.path("choice"));
        ModelChecks checks = new ModelChecks(overlay);
        for (int i = 0; i < study.get("models").size(); i++) {
            checks.check(study.get("models").get(i), "models[" + i + "]");
        }
    }

    private void checkChoice(JsonNode choice) {
        if (choice.path("inner_folds").asInt() < 2) {
            overlay.problem(
                    "choice.inner_folds",
                    choice.path("inner_folds").asText(),
                    "is less than 2",
                    "Write 3, say; hold_out: one-fold trains only once for each candidate.");
        }
        overlay.choice(choice, "metric", "choice.metric", SelectionMetric.WORDS);
        overlay.choice(choice, "hold_out", "choice.hold_out", List.of("every-fold", "one-fold"));
        overlay.choice(choice, "rule", "choice.rule", List.of("best", "one-standard-error"));
    }
}
