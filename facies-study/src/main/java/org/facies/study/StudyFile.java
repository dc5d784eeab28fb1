package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.result.settings.Candidate;
import org.facies.result.settings.SelectionMetric;
import org.facies.result.settings.StudySettings;
import org.facies.run.StudyTree;

/**
 * Reads a study file over the defaults. A model's training settings are the defaults for its kind of start, then the
 * study's {@code training}, then the model's own.
 */
public final class StudyFile {
    private static final List<String> TOP =
            List.of("name", "cohort", "faces", "folds", "choice", "evaluation", "subgroups", "screening");

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
        known.putObject("training");
        known.putObject("candidates");
        JsonNode top = study;
        JsonNode training = study.path("training");
        JsonNode models = study.path("models");
        if (study.isObject()) {
            ObjectNode rest = study.deepCopy();
            rest.remove(List.of("training", "models", "candidates", "format", "provenance"));
            top = rest;
        }
        ObjectNode result = overlay.over(known, top, "");
        result.remove(List.of("training", "candidates"));
        checkOnce(training);
        List<Candidate> shared = candidates.read(study.path("candidates"), "candidates");
        result.set("models", models(models.isMissingNode() ? defaults.get("models") : models, training, shared));
        check(result);
        if (!overlay.problems().isEmpty()) {
            throw new BadInput(overlay.problems());
        }
        return StudySettings.FORMAT.read(result, file, "Write a value of that kind.");
    }

    /** The study's training group is laid over each model's defaults later; its mistakes are told once, here. */
    private void checkOnce(JsonNode training) {
        overlay.over(trainingDefaults(true), training, "training");
    }

    private ArrayNode models(JsonNode models, JsonNode training, List<Candidate> shared) {
        ArrayNode result = Yaml.MAPPER.createArrayNode();
        if (!models.isArray() || models.isEmpty()) {
            overlay.problem("models", models.asText(), "is not a list of models", "List at least one, with a name.");
            return result;
        }
        for (int i = 0; i < models.size(); i++) {
            String path = "models[" + i + "]";
            ObjectNode model = model(models.get(i), training, path);
            JsonNode own = models.get(i).path("candidates");
            model.set("candidates", tree(own.isMissingNode() ? shared : candidates.read(own, path + ".candidates")));
            result.add(model);
        }
        return result;
    }

    private static ArrayNode tree(List<Candidate> candidates) {
        ArrayNode list = Yaml.MAPPER.createArrayNode();
        candidates.forEach(candidate -> list.add(candidate.tree()));
        return list;
    }

    private ObjectNode model(JsonNode given, JsonNode training, String path) {
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
        ObjectNode shared = new Overlay("").over(trainingDefaults(pretrained), training, "");
        model.set("training", overlay.over(shared, own, path + ".training"));
        return model;
    }

    private ObjectNode trainingDefaults(boolean pretrained) {
        ObjectNode base = defaults.get("training").get("pretrained").deepCopy();
        if (!pretrained) {
            base.setAll((ObjectNode) defaults.get("training").get("scratch"));
        }
        return base;
    }

    private void check(ObjectNode study) {
        if (study.path("folds").path("k").asInt() < 2) {
            overlay.problem("folds.k", study.path("folds").path("k").asText(), "is less than 2", "Write 5, say.");
        }
        overlay.choice(study.path("folds"), "unit", "folds.unit", List.of("subject", "photo"));
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
