package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.facies.file.Overlay;
import org.facies.model.Architectures;
import org.facies.result.settings.Candidate;
import org.facies.result.settings.Pretrained;
import org.facies.result.settings.TrainingSection;
import org.facies.run.StudyKey;
import org.facies.run.StudyKeys;

/** Checks the values of the models of a study file; which keys there are has been checked before. */
final class ModelChecks {
    static final Pattern FOLDER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** What to do about a name that cannot name a folder. */
    static final String NAMES = "Use letters, digits, - and _, at most 64.";

    private static final Set<String> LOSS_KEYS = Set.of("scale", "margin");
    private static final List<StudyKey> MODEL = StudyKeys.of("models").keys();
    private static final List<StudyKey> TRAINING = StudyKeys.of("training").keys();
    private static final String SOFTMAX = "softmax";

    private final Overlay overlay;
    private final Set<String> names = new HashSet<>();

    /** @param overlay collects the problems */
    ModelChecks(Overlay overlay) {
        this.overlay = overlay;
    }

    /**
     * Checks one model.
     *
     * @param model with every key
     * @param path of the model in the study file
     */
    void check(JsonNode model, String path) {
        String name = model.path("name").asText();
        if (overlay.hasProblem(path + ".name")) {
            names.add(name);
        } else if (!FOLDER_NAME.matcher(name).matches()) {
            overlay.problem(path + ".name", name, "cannot name a folder", NAMES);
        } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
            overlay.problem(path + ".name", name, "is there twice", "Give every model a name of its own.");
        }
        checkWeights(model, path);
        checkValues(model, path);
        checkCandidates(model, path + ".candidates");
    }

    private void checkValues(JsonNode model, String path) {
        ValueChecks values = new ValueChecks(overlay);
        values.check(model, MODEL, path);
        JsonNode training = model.path("training");
        values.check(training, TRAINING, path + ".training");
        checkDecision(model, path);
        String frozen = training.path("freeze_below").asText();
        if (Pretrained.of(model.path("pretrained")) instanceof Pretrained.Fresh
                && !List.of(TrainingSection.NONE, TrainingSection.AUTO).contains(frozen)) {
            overlay.problem(
                    path + ".training.freeze_below",
                    frozen,
                    "would freeze fresh weights",
                    "Set it in the models that are pretrained.");
        }
    }

    private void checkDecision(JsonNode model, String path) {
        JsonNode exponent = model.path("decision").path("prior_exponent");
        String key = path + ".decision.prior_exponent";
        if (exponent.asDouble() > 0 && isFrozen(model)) {
            overlay.problem(
                    key,
                    exponent.asText(),
                    "changes nothing: with training: none all classes count the same",
                    "Leave it out, or set it in a model that is trained.");
        }
        if (isFrozen(model) && Pretrained.of(model.path("pretrained")) instanceof Pretrained.Fresh) {
            overlay.problem(
                    path + ".pretrained",
                    "false",
                    "leaves fresh weights as they are",
                    "Write pretrained: true, or let the model be trained.");
        }
    }

    /** Whether a model, with every key, is not trained. */
    static boolean isFrozen(JsonNode model) {
        return model.path("training").path("epochs").asInt() == 0;
    }

    /** What each candidate would be, by the same rules; only what it sets itself can be wrong. */
    private void checkCandidates(JsonNode model, String path) {
        for (JsonNode given : model.path("candidates")) {
            Candidate candidate = Candidate.of((ObjectNode) given);
            candidate.keys().keySet().stream()
                    .filter(key -> model.path("loss").asText().equals(SOFTMAX) && LOSS_KEYS.contains(key))
                    .forEach(key -> overlay.problem(
                            path + "." + key,
                            "softmax",
                            "has no " + key,
                            "Give the models of the other losses candidates of their own."));
            Overlay found = overlay.sibling();
            new ModelChecks(found).checkValues(candidate.over((ObjectNode) model), path);
            candidate.keys().keySet().forEach(key -> overlay.takeFrom(found, path + "." + key));
        }
    }

    /** Weights are published with a model of the zoo, and imported for a network that Facies builds. */
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
        if (!built && weights instanceof Pretrained.Imported imported) {
            overlay.problem(
                    path + ".pretrained",
                    imported.file(),
                    "is a file of weights, and " + backbone + " has its own",
                    "Write one of " + String.join(", ", Architectures.names())
                            + " as backbone, or take the file in with \"facies model import\" and name that.");
        }
    }
}
