package org.facies.report.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.report.run.Origin;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/**
 * How one model was trained, as clauses in the past tense: {@code all layers were trained}. A tuned value is reported
 * as chosen in each fold.
 */
final class TrainingRecipe {
    /** Placeholder of a tuned value; see {@link Origin.Model}. */
    private static final String TUNED = "chosen in each fold";

    private final Origin.Model model;

    TrainingRecipe(Origin.Model model) {
        this.model = model;
    }

    /** Whether the study file states how the model was trained. */
    boolean isKnown() {
        return !setting("epochs").isEmpty();
    }

    /** All clauses. Every model has the same number of them, in the same order. */
    List<String> clauses() {
        return List.of(
                "training ran for " + count("epochs", "epoch"),
                optimiser(),
                rates(),
                schedule(),
                balance(),
                head(),
                frozen(),
                weights(),
                augmentation(),
                computing());
    }

    private String setting(String key) {
        return model.setting("training." + key);
    }

    private boolean is(String key, String value) {
        return setting(key).equals(value);
    }

    /** A number in plain notation: {@code 0.0003}. */
    private String number(String key) {
        String value = setting(key);
        return value.equals(TUNED)
                ? "a value " + TUNED
                : new BigDecimal(value).stripTrailingZeros().toPlainString();
    }

    private double value(String key) {
        String value = setting(key);
        return value.isEmpty() || value.equals(TUNED) ? Double.NaN : Double.parseDouble(value);
    }

    private String count(String key, String noun) {
        String value = setting(key);
        return value.equals(TUNED)
                ? "a number of " + noun + "s " + TUNED
                : Phrases.counted(Long.parseLong(value), noun);
    }

    private String optimiser() {
        String optimiser = switch (setting("optimiser")) {
            case "sgd" -> "stochastic gradient descent with momentum 0.9";
            case "adamw" -> "AdamW (Loshchilov and Hutter 2019)";
            default -> "an optimiser " + TUNED;
        };
        List<String> settings = new ArrayList<>(
                List.of("batches of " + count("batch_size", "photo"), "a weight decay of " + number("weight_decay")));
        if (value("clip_norm") != 0) {
            settings.add("gradients clipped to a Euclidean norm of " + number("clip_norm"));
        }
        if (value("label_smoothing") != 0) {
            settings.add("label smoothing of " + number("label_smoothing"));
        }
        return "the weights were optimised by " + optimiser + ", with " + Phrases.list(settings);
    }

    private String rates() {
        return "the maximum learning rate was " + number("trunk_learning_rate") + " for the trunk, "
                + number("embedding_learning_rate") + " for the embedding layer and " + number("head_learning_rate")
                + " for the classification head";
    }

    private String schedule() {
        String after = switch (setting("schedule")) {
            case "constant" -> "stayed constant";
            case "cosine" -> "decreased to 0 along a half cosine";
            default -> "followed a schedule " + TUNED;
        };
        return "learning rates rose over the first " + number("warm_up_epochs") + " epochs (at least "
                + count("least_warm_up_steps", "step") + ") and then " + after;
    }

    private String balance() {
        return switch (setting("balance")) {
            case "none" -> "all photos had the same weight in the loss";
            case "sqrt-weights" ->
                "the classes were weighted in the loss by 1/√n, where n is the number of their photos";
            case "balanced-weights" ->
                "the classes were weighted in the loss by 1/n, where n is the number of their photos";
            case "balanced-sampling" -> "photos of every class were sampled equally often";
            default -> "the method of class balancing was " + TUNED;
        };
    }

    private String head() {
        return switch (setting("head_start")) {
            case "whitened" ->
                "the classification head was initialised by linear discriminant analysis of the embeddings of the"
                        + " training photos";
            case "random" -> "the classification head was initialised with random directions";
            default -> "the initialisation of the classification head was " + TUNED;
        };
    }

    private String frozen() {
        return switch (setting("freeze_below")) {
            case "none" -> "all layers were trained";
            case TUNED -> "the lowest layers were frozen, up to a tensor " + TUNED;
            case "auto" -> "the lowest layers were frozen";
            default ->
                "the layers up to " + setting("freeze_below") + " were frozen, and their activations were computed once"
                        + " for each photo, its mirror image and " + count("cached_views", "augmented view")
                        + " of it";
        };
    }

    private String weights() {
        double decay = value("average_decay");
        if (Double.isNaN(decay)) {
            return "the weights were averaged over the steps with a decay " + TUNED;
        }
        return decay == 0
                ? "the weights of the last step were used"
                : "an exponential moving average of the weights was used, with a decay of " + number("average_decay");
    }

    private String augmentation() {
        List<String> parts = new ArrayList<>();
        random("flip", "mirrored").ifPresent(parts::add);
        share("shift", "shifted by up to", " of the width").ifPresent(parts::add);
        share("scale", "scaled by up to", "").ifPresent(parts::add);
        if (isUsed("rotation_degrees")) {
            parts.add("rotated by up to " + number("augmentation.rotation_degrees") + "°");
        }
        share("brightness", "changed in brightness by up to", "").ifPresent(parts::add);
        share("contrast", "changed in contrast by up to", "").ifPresent(parts::add);
        random("grey", "converted to grey").ifPresent(parts::add);
        random("jpeg", "compressed as JPEG").ifPresent(parts::add);
        random("blur", "blurred").ifPresent(parts::add);
        return parts.isEmpty()
                ? "training photos were not augmented"
                : "training photos were augmented at random: they were " + Phrases.list(parts);
    }

    private boolean isUsed(String key) {
        return !is("augmentation." + key, "") && value("augmentation." + key) != 0;
    }

    private Optional<String> random(String key, String done) {
        return isUsed(key)
                ? Optional.of(done + " with a probability of " + number("augmentation." + key))
                : Optional.empty();
    }

    private Optional<String> share(String key, String done, String of) {
        if (!isUsed(key)) {
            return Optional.empty();
        }
        double share = value("augmentation." + key);
        String most = Double.isNaN(share)
                ? number("augmentation." + key)
                : Numbers.axis(Math.round(1000 * share) / 10.0) + "\u00a0%";
        return Optional.of(done + " " + most + of);
    }

    private String computing() {
        String accumulated =
                value("accumulate") > 1 ? ", with every batch processed in " + count("accumulate", "part") : "";
        return "training used seed " + number("seed") + ", " + setting("precision") + " arithmetic and "
                + count("threads", "thread") + accumulated;
    }
}
