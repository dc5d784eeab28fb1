package org.facies.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.facies.input.BadInput;
import org.facies.model.Architectures;

/**
 * Reads a study file over the defaults. A model's training settings are the defaults for its kind of start, then the
 * study's {@code training}, then the model's own.
 */
public final class StudyFile {
    private static final Pattern FOLDER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final List<String> TOP =
            List.of("name", "cohort", "faces", "folds", "evaluation", "subgroups", "screening");

    private static final String COSFACE = "cosface";

    private final ObjectNode defaults = (ObjectNode) Yaml.resource("defaults.yaml");
    private final Overlay overlay;

    private StudyFile(String file) {
        overlay = new Overlay(file);
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
        return new StudyFile(file).resolve(study);
    }

    private StudySettings resolve(JsonNode study) {
        ObjectNode known = Yaml.MAPPER.createObjectNode();
        TOP.forEach(key -> known.set(key, defaults.get(key)));
        known.putArray("models");
        known.putObject("training");
        JsonNode top = study;
        JsonNode training = study.path("training");
        JsonNode models = study.path("models");
        if (study.isObject()) {
            ObjectNode rest = study.deepCopy();
            rest.remove(List.of("training", "models", "provenance"));
            top = rest;
        }
        ObjectNode result = overlay.over(known, top, "");
        result.remove("training");
        checkOnce(training);
        result.set("models", models(models.isMissingNode() ? defaults.get("models") : models, training));
        check(result);
        if (!overlay.problems().isEmpty()) {
            throw new BadInput(overlay.problems());
        }
        return bind(result);
    }

    /** The study's training group is laid over each model's defaults later; its mistakes are told once, here. */
    private void checkOnce(JsonNode training) {
        overlay.over(trainingDefaults(true), training, "training");
    }

    private ArrayNode models(JsonNode models, JsonNode training) {
        ArrayNode result = Yaml.MAPPER.createArrayNode();
        if (!models.isArray() || models.isEmpty()) {
            overlay.problem("models", models.asText(), "is not a list of models", "List at least one, with a name.");
            return result;
        }
        for (int i = 0; i < models.size(); i++) {
            result.add(model(models.get(i), training, "models[" + i + "]"));
        }
        return result;
    }

    private ObjectNode model(JsonNode given, JsonNode training, String path) {
        ObjectNode keys = given.isObject() ? given.deepCopy() : Yaml.MAPPER.createObjectNode();
        JsonNode own = keys.path("training");
        keys.remove("training");
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
        choice(study.path("folds"), "unit", "folds.unit", List.of("subject", "photo"));
        if (study.path("evaluation").path("bootstrap").asInt() < 1000) {
            overlay.problem(
                    "evaluation.bootstrap",
                    study.path("evaluation").path("bootstrap").asText(),
                    "is too few resamples for a 95 % interval",
                    "Write 2000 or more.");
        }
        new UncertaintyKeys(overlay).check(study);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < study.get("models").size(); i++) {
            checkModel(study.get("models").get(i), "models[" + i + "]", names);
        }
    }

    private void checkModel(JsonNode model, String path, Set<String> names) {
        String name = model.path("name").asText();
        if (!FOLDER_NAME.matcher(name).matches()) {
            overlay.problem(path + ".name", name, "cannot name a folder", "Use letters, digits, - and _, at most 64.");
        } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
            overlay.problem(path + ".name", name, "is there twice", "Give every model a name of its own.");
        }
        checkWeights(model, path);
        choice(model, "loss", path + ".loss", List.of(COSFACE, "arcface", "softmax"));
        positive(model, "scale", path + ".scale");
        JsonNode training = model.path("training");
        for (String key : List.of("epochs", "batch_size", "accumulate")) {
            positive(training, key, path + ".training." + key);
        }
        String frozen = training.path("freeze_below").asText();
        if (Pretrained.of(model.path("pretrained")) instanceof Pretrained.Fresh
                && !List.of(TrainingKeys.NONE, TrainingKeys.AUTO).contains(frozen)) {
            overlay.problem(
                    path + ".training.freeze_below",
                    frozen,
                    "would freeze fresh weights",
                    "Set it in the models that are pretrained.");
        }
        for (Map.Entry<String, List<String>> options : TrainingKeys.CHOICES.entrySet()) {
            choice(training, options.getKey(), path + ".training." + options.getKey(), options.getValue());
        }
        for (Map.Entry<String, JsonNode> key : training.properties()) {
            if (key.getValue().isNumber() && key.getValue().asDouble() < 0) {
                overlay.problem(
                        path + ".training." + key.getKey(), key.getValue().asText(), "is negative", "Write 0 or more.");
            }
        }
    }

    /** Weights are published with a model of the zoo, and brought for a network that Facies builds. */
    private void checkWeights(JsonNode model, String path) {
        Pretrained weights = Pretrained.of(model.path("pretrained"));
        String backbone = model.path("backbone").asText();
        boolean built = Architectures.find(backbone).isPresent();
        if (built && weights instanceof Pretrained.Published) {
            overlay.problem(
                    path + ".pretrained",
                    "true",
                    "needs weights, and none come with " + backbone,
                    "Write the path of its backbone.pth (or .safetensors, .onnx), or false for fresh weights.");
        }
        if (!built && weights instanceof Pretrained.Brought brought) {
            overlay.problem(
                    path + ".pretrained",
                    brought.file(),
                    "is a file of weights, and " + backbone + " has its own",
                    "Write one of " + String.join(", ", Architectures.names())
                            + " as backbone, or take the file in with \"facies model import\" and name that.");
        }
    }

    private void positive(JsonNode group, String key, String path) {
        if (group.path(key).asDouble() <= 0) {
            overlay.problem(path, group.path(key).asText(), "is not above 0", "Write a number above 0.");
        }
    }

    private void choice(JsonNode group, String key, String path, List<String> options) {
        String given = group.path(key).asText();
        if (!options.contains(given)) {
            String remedy = "Write one of: " + String.join(", ", options) + ".";
            overlay.problem(path, given, "is not a choice", remedy);
        }
    }

    private static StudySettings bind(ObjectNode study) {
        try {
            return Yaml.MAPPER.treeToValue(study, StudySettings.class);
        } catch (InvalidFormatException wrong) {
            throw new IllegalStateException("checked before: " + wrong.getPathReference(), wrong);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("checked before", wrong);
        }
    }
}
