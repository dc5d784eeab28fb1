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

/** Checks the values of the models of a study file, after the keys. */
final class ModelChecks {
    static final Pattern FOLDER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** The remedy for a name that cannot be the name of a folder. */
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
            overlay.problem(path + ".name", name, "cannot be the name of a folder", NAMES);
        } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
            overlay.problem(path + ".name", name, "occurs twice", "Give every model a name of its own.");
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
                    "would freeze random weights",
                    "Set it only in pretrained models.");
        }
    }

    private void checkDecision(JsonNode model, String path) {
        JsonNode exponent = model.path("decision").path("prior_exponent");
        String key = path + ".decision.prior_exponent";
        if (exponent.asDouble() > 0 && isFrozen(model)) {
            overlay.problem(
                    key,
                    exponent.asText(),
                    "has no effect, because training: none treats all classes as equally frequent",
                    "Remove it, or set it in a trained model.");
        }
        if (isFrozen(model) && Pretrained.of(model.path("pretrained")) instanceof Pretrained.Fresh) {
            overlay.problem(
                    path + ".pretrained",
                    "false",
                    "with training: none would use random weights",
                    "Write pretrained: true, or train the model.");
        }
    }

    /** Whether a model is not trained. */
    static boolean isFrozen(JsonNode model) {
        return model.path("training").path("epochs").asInt() == 0;
    }

    /** Checks each candidate by the same rules; reports only the keys that the candidate sets. */
    private void checkCandidates(JsonNode model, String path) {
        for (JsonNode given : model.path("candidates")) {
            Candidate candidate = Candidate.of((ObjectNode) given);
            candidate.keys().keySet().stream()
                    .filter(key -> model.path("loss").asText().equals(SOFTMAX) && LOSS_KEYS.contains(key))
                    .forEach(key -> overlay.problem(
                            path + "." + key,
                            "softmax",
                            "has no " + key,
                            "Move these candidates to the models with another loss."));
            Overlay found = overlay.sibling();
            new ModelChecks(found).checkValues(candidate.over((ObjectNode) model), path);
            candidate.keys().keySet().forEach(key -> overlay.takeFrom(found, path + "." + key));
        }
    }

    /** Checks that the weights exist: listed models have published weights, and architectures need a file. */
    private void checkWeights(JsonNode model, String path) {
        Pretrained weights = Pretrained.of(model.path("pretrained"));
        String backbone = model.path("backbone").asText();
        boolean built = Architectures.find(backbone).isPresent();
        if (built && weights instanceof Pretrained.Published) {
            overlay.problem(
                    path + ".pretrained",
                    "true",
                    "needs weights, but there are none for " + backbone,
                    "Write the path of its backbone.pth (or .safetensors, .onnx), or false for random weights.");
        }
        if (!built && weights instanceof Pretrained.Imported imported) {
            overlay.problem(
                    path + ".pretrained",
                    imported.file(),
                    "is a file of weights, but " + backbone + " has its own",
                    "Write one of " + String.join(", ", Architectures.names())
                            + " as backbone, or import the file with \"facies model import\" and name the"
                            + " imported model.");
        }
    }
}
