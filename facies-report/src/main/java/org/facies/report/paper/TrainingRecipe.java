package org.facies.report.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.report.run.Origin;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/**
 * How one model was trained, as predicates in the past tense that need a subject: {@code trained all layers}. Values
 * that candidates tune are said to be chosen.
 */
final class TrainingRecipe {
    /** What stands for a value that is tuned; see {@link Origin.Model}. */
    private static final String TUNED = "chosen in each fold";

    private final Origin.Model model;

    TrainingRecipe(Origin.Model model) {
        this.model = model;
    }

    /** Whether the study file states how the model was trained. */
    boolean isKnown() {
        return !setting("epochs").isEmpty();
    }

    /** All of it, in order. Two models with the same sentence share it. */
    List<String> predicates() {
        List<String> predicates = new ArrayList<>(List.of(steps(), rates(), balance(), head(), frozen(), weights()));
        smoothing().ifPresent(predicates::add);
        predicates.add(augmentation());
        predicates.add(computing());
        return predicates;
    }

    private String setting(String key) {
        return model.setting("training." + key);
    }

    private boolean is(String key, String value) {
        return setting(key).equals(value);
    }

    /** A number as a person writes it: {@code 0.0003}. */
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

    private String steps() {
        String optimiser = switch (setting("optimiser")) {
            case "sgd" -> "stochastic gradient descent with momentum 0.9";
            case "adamw" -> "AdamW (Loshchilov and Hutter 2019)";
            default -> "an optimiser " + TUNED;
        };
        String clipped =
                value("clip_norm") == 0 ? "" : "; gradients were clipped to a Euclidean norm of " + number("clip_norm");
        return "took " + count("epochs", "epoch") + " in batches of " + count("batch_size", "photo") + " with "
                + optimiser + " and a weight decay of " + number("weight_decay") + clipped;
    }

    private String rates() {
        String after = switch (setting("schedule")) {
            case "constant" -> "stayed there";
            case "cosine" -> "fell to 0 along half a cosine";
            default -> "followed a schedule " + TUNED;
        };
        return "had learning rates of at most " + number("trunk_learning_rate") + " for the trunk, "
                + number("embedding_learning_rate") + " for the embedding layer and " + number("head_learning_rate")
                + " for the classifier head, which rose over the first " + number("warm_up_epochs")
                + " epochs, at least " + count("least_warm_up_steps", "step") + ", and then " + after;
    }

    private String balance() {
        return switch (setting("balance")) {
            case "none" -> "weighted all photos the same in the loss";
            case "sqrt-weights" -> "weighted the classes in the loss by 1/√n, where n is the number of their photos";
            case "balanced-weights" -> "weighted the classes in the loss by 1/n, where n is the number of their photos";
            case "balanced-sampling" -> "drew photos of every class equally often";
            default -> "balanced the classes in a way " + TUNED;
        };
    }

    private String head() {
        return switch (setting("head_start")) {
            case "whitened" ->
                "started the classifier head where linear discriminant analysis of the embeddings of the training photos"
                        + " puts it";
            case "random" -> "started the classifier head at random directions";
            default -> "started the classifier head in a way " + TUNED;
        };
    }

    private String frozen() {
        return switch (setting("freeze_below")) {
            case "none" -> "trained all layers";
            case TUNED -> "froze the lowest layers up to a tensor " + TUNED;
            case "auto" -> "froze the lowest layers";
            default ->
                "froze the layers up to " + setting("freeze_below") + ", whose activations were computed once for each"
                        + " photo, its mirror image and " + count("cached_views", "augmented view") + " of it";
        };
    }

    private String weights() {
        double decay = value("average_decay");
        if (Double.isNaN(decay)) {
            return "averaged the weights over the steps with a decay " + TUNED;
        }
        return decay == 0
                ? "kept the weights of the last step"
                : "kept an exponential moving average of the weights over the steps with a decay of "
                        + number("average_decay");
    }

    private Optional<String> smoothing() {
        return value("label_smoothing") == 0
                ? Optional.empty()
                : Optional.of("smoothed the labels by " + number("label_smoothing"));
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
        random("grey", "turned to grey").ifPresent(parts::add);
        random("jpeg", "compressed as JPEG").ifPresent(parts::add);
        random("blur", "blurred").ifPresent(parts::add);
        return parts.isEmpty()
                ? "saw every training photo as it is"
                : "augmented the training photos at random: they were " + Phrases.list(parts);
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
                value("accumulate") > 1 ? ", with every batch worked through in " + count("accumulate", "part") : "";
        return "used the training seed " + number("seed") + ", " + setting("precision") + " arithmetic and "
                + count("threads", "thread") + " for a training" + accumulated;
    }
}
