package org.facies.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.report.run.Origin;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.result.CohortRecord;
import org.facies.result.SelectionTable;
import org.facies.result.settings.StudySettings;

/**
 * The methods of a study as sentences in the past tense, written from its settings and results and from nothing else.
 */
public final class MethodsText {
    private final Run run;

    public MethodsText(Run run) {
        this.run = run;
    }

    /** Paragraphs: who, faces, models, evaluation. */
    public List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        participants().ifPresent(paragraphs::add);
        faces().ifPresent(paragraphs::add);
        models().ifPresent(paragraphs::add);
        choice().ifPresent(paragraphs::add);
        paragraphs.add(partitions() + " " + predictions() + " " + measures() + " " + uncertainty());
        software().ifPresent(paragraphs::add);
        return paragraphs;
    }

    Optional<String> participants() {
        return run.cohort()
                .map(cohort -> "The cohort held " + Phrases.counted(cohort.photos(), "photo") + " of "
                        + Phrases.counted(cohort.subjects(), "subject") + ": " + classes(cohort) + ".");
    }

    private static String classes(CohortRecord cohort) {
        return Phrases.list(cohort.classes().entrySet().stream()
                .map(group -> Numbers.count(group.getValue().subjects()) + " " + group.getKey())
                .toList());
    }

    /** How photos became crops; nothing is known of it where only predictions were imported. */
    Optional<String> faces() {
        if (run.origin().models().isEmpty()) {
            return Optional.empty();
        }
        String refused = run.cohort()
                .map(cohort -> cohort.refused().size())
                .filter(count -> count > 0)
                .map(count -> " " + Phrases.capitalised(Phrases.counted(count, "photo"))
                        + (count == 1 ? " was" : " were") + " left out.")
                .orElse("");
        return Optional.of("Photos were decoded without their metadata and turned upright. The face was found with"
                + " RetinaFace and aligned by a similarity transform from five points to the crop that each network"
                + " was made for." + refused);
    }

    Optional<String> models() {
        List<String> sentences = new ArrayList<>();
        for (Origin.Model model : run.origin().models()) {
            sentences.add(model.name() + ": " + model.setting("backbone") + ", " + start(model) + ", " + loss(model)
                    + ", " + training(model) + ".");
        }
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(Phrases.capitalised(Phrases.counted(sentences.size(), "model")) + " "
                        + (sentences.size() == 1 ? "was" : "were")
                        + (isOutOfFold() ? " trained in every fold. " : " trained in the run. ")
                        + String.join(" ", sentences));
    }

    /** What was tuned, and that no test fold took part in it; nothing where nothing was tuned. */
    Optional<String> choice() {
        return run.choices().metric().map(metric -> {
            List<String> tuned = run.models().stream()
                    .filter(model -> !run.choices().of(model).isEmpty())
                    .map(model -> model + " (" + candidates(model) + ")")
                    .toList();
            return "In every fold, candidates were compared by " + metric.label()
                    + " over held-out subjects of the training part: " + String.join("; ", tuned)
                    + ". The one chosen was trained on the whole training part; the fold’s test subjects took no part"
                    + " in the choice.";
        });
    }

    private String candidates(String model) {
        return run.choices().of(model).stream()
                .map(SelectionTable.Row::settings)
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String start(Origin.Model model) {
        return switch (model.setting("pretrained")) {
            case "false" -> "from fresh weights";
            case "true", "" -> "from its published weights";
            default -> "from the weights of a file";
        };
    }

    private static String loss(Origin.Model model) {
        String loss = switch (model.setting("loss")) {
            case "cosface" -> "CosFace (Wang et al. 2018)";
            case "arcface" -> "ArcFace (Deng et al. 2019)";
            default -> "softmax cross-entropy";
        };
        boolean margins = !model.setting("loss").equals("softmax")
                && !model.setting("margin").isEmpty();
        return margins
                ? loss + " with scale " + model.setting("scale") + " and margin " + model.setting("margin")
                : loss;
    }

    /** Epochs, batch and optimiser, as far as the study file tells them. */
    static String training(Origin.Model model) {
        List<String> parts = new ArrayList<>();
        told(model, "training.epochs", " epochs").ifPresent(parts::add);
        told(model, "training.batch_size", " photos a step").ifPresent(parts::add);
        told(model, "training.optimiser", "")
                .map(name -> name.equals("sgd") ? "stochastic gradient descent" : "AdamW")
                .ifPresent(parts::add);
        return parts.isEmpty() ? "settings not recorded" : String.join(", ", parts);
    }

    private static Optional<String> told(Origin.Model model, String key, String unit) {
        return Optional.of(model.setting(key)).filter(value -> !value.isEmpty()).map(value -> value + unit);
    }

    String partitions() {
        Optional<StudySettings> study = run.origin().study();
        if (study.isEmpty()) {
            return "The predictions were made elsewhere; how the models were trained is not known here.";
        }
        if (run.validation().isPresent()) {
            return "The models came frozen from a run on another cohort; nothing was fitted again.";
        }
        int k = study.get().folds().k();
        String same = run.models().size() > 1
                ? "The models were compared by " + k + "-fold cross-validation with the same folds for all"
                : "The model was judged by " + k + "-fold cross-validation";
        return run.origin().splitsSubjects()
                ? same + ". Photos were dealt singly, so that photos of one subject could lie in several folds."
                : same + "; each class was spread evenly, and all photos of a subject lay in one fold.";
    }

    String predictions() {
        return "A subject’s probabilities were the mean of those of its photos, and its answer the most probable"
                + " class.";
    }

    String measures() {
        boolean compared = run.models().size() > 1;
        return "Accuracy, balanced accuracy, macro-averaged precision, recall and F1, Cohen’s kappa, Matthews’"
                + " correlation, one-against-rest areas under the ROC curve, log-loss, Brier score and calibration"
                + " error were computed over"
                + " subjects" + (isOutOfFold() ? ", pooled out of fold," : "") + " and set beside the majority class."
                + (compared
                        ? " Models were compared on the same subjects with McNemar’s exact test, corrected after Holm"
                                + (run.models().size() > 2 ? ", and together with Cochran’s Q." : ".")
                        : "");
    }

    private boolean isOutOfFold() {
        return !run.origin().isImported() && run.validation().isEmpty();
    }

    String uncertainty() {
        return "Intervals cover 95\u00a0%: Wilson’s for shares of subjects"
                + "; for areas under ROC curves in log odds, with the standard error of leaving out subjects within"
                + " their class and Satterthwaite’s degrees of freedom; and BCa intervals from "
                + Numbers.count(run.metrics().intervals().bootstrapResamples())
                + " bootstrap resamples of whole subjects within each class for all else."
                + (isOutOfFold()
                        ? " For training anew on as many other subjects, intervals around the mean of the folds use the"
                                + " corrected resampled t of Nadeau and Bengio (2003)."
                        : "");
    }

    Optional<String> software() {
        return Optional.ofNullable(run.origin().provenance().get("facies"))
                .map(version -> "Facies " + version + " was used on Java "
                        + run.origin().provenance().getOrDefault("java", "(version not recorded)") + ".");
    }
}
