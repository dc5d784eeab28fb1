package org.facies.report.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.report.run.Origin;
import org.facies.report.run.Run;
import org.facies.report.text.Phrases;
import org.facies.result.SelectionTable;
import org.facies.result.settings.StudySettings;

/** How the models of a study were trained, as sentences for a methods section; empty if it is not known. */
final class TrainingText {
    private static final String DISCRIMINANT =
            "used as published without further training; a linear discriminant with equal priors and a shrunken"
                    + " covariance (Hastie et al. 2009, section 4.3) was fitted to its embeddings, which were scaled"
                    + " to unit length";

    private final Run run;

    TrainingText(Run run) {
        this.run = run;
    }

    /** The network, initial weights and loss of each model. */
    Optional<String> models() {
        List<String> sentences = run.origin().models().stream()
                .map(model -> model.name() + ": " + model.setting("backbone") + ", "
                        + (model.isFrozen() ? DISCRIMINANT : "initialised with " + start(model) + ", " + loss(model))
                        + ".")
                .toList();
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(Phrases.capitalised(Phrases.counted(sentences.size(), "model")) + " "
                        + (sentences.size() == 1 ? "was" : "were")
                        + (run.isStudy() ? " fitted in every fold. " : " fitted in the run. ")
                        + String.join(" ", sentences)
                        + ensembles());
    }

    private String ensembles() {
        return run.origin().study().stream()
                .flatMap(study -> study.ensembles().stream())
                .map(both -> " " + both.name() + ": in each fold, the mean of the log-probabilities of "
                        + Phrases.list(both.ensemble()) + ", normalised to sum to 1.")
                .collect(Collectors.joining());
    }

    /**
     * Optimiser, learning rates, class weights, head, frozen layers, augmentation, seed and threads. What all models
     * share is said once.
     */
    Optional<String> recipe() {
        Map<Integer, Map<String, List<String>>> topics = new LinkedHashMap<>();
        for (Origin.Model model : run.origin().models()) {
            TrainingRecipe recipe = new TrainingRecipe(model);
            List<String> clauses = recipe.isKnown() ? recipe.clauses() : List.of();
            for (int topic = 0; topic < clauses.size(); topic++) {
                topics.computeIfAbsent(topic, t -> new LinkedHashMap<>())
                        .computeIfAbsent(clauses.get(topic), clause -> new ArrayList<>())
                        .add(model.name());
            }
        }
        return topics.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        topics.values().stream().map(TrainingText::sentence).collect(Collectors.joining(" ")));
    }

    /** {@code For a and b, all layers were trained; for c, the lowest layers were frozen.} */
    private static String sentence(Map<String, List<String>> modelsByClause) {
        if (modelsByClause.size() == 1) {
            return Phrases.capitalised(modelsByClause.keySet().iterator().next()) + ".";
        }
        return Phrases.capitalised(modelsByClause.entrySet().stream()
                .map(said -> "for " + Phrases.list(said.getValue()) + ", " + said.getKey())
                .collect(Collectors.joining("; ", "", ".")));
    }

    /** What was tuned, and on which children; empty if nothing was tuned. */
    Optional<String> choice() {
        return run.choices().metric().map(metric -> {
            List<String> tuned = run.models().stream()
                    .filter(model -> !run.choices().of(model).isEmpty())
                    .map(model -> model + " (" + candidates(model) + ")")
                    .toList();
            return "In every fold, candidate settings were compared by " + metric.label()
                    + " over held-out children of the training part: " + String.join("; ", tuned) + ". "
                    + run.origin()
                            .study()
                            .map(StudySettings::choice)
                            .map(TrainingText::inner)
                            .orElse("")
                    + "The selected candidate was trained on the whole training part. The test children of the fold"
                    + " took no part in the selection.";
        });
    }

    private static String inner(StudySettings.ModelSelection choice) {
        String held = choice.holdOut() == StudySettings.HoldOut.EVERY_FOLD
                ? "each of which was held out in turn"
                : "of which the first was held out";
        String rule = choice.rule() == StudySettings.Rule.BEST
                ? "the best candidate was selected"
                : "the first candidate within one standard error of the best was selected (Breiman et al. 1984)";
        return "The training part was divided into " + choice.innerFolds() + " inner folds, " + held + ", and " + rule
                + ". ";
    }

    private String candidates(String model) {
        return run.choices().of(model).stream()
                .map(SelectionTable.Row::settings)
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /** The initial weights of each model. */
    Optional<String> starts() {
        return run.origin().models().isEmpty()
                ? Optional.empty()
                : Optional.of(run.origin().models().stream()
                        .map(model -> model.name() + " was initialised with " + start(model))
                        .collect(Collectors.joining("; ", "", ".")));
    }

    private static String start(Origin.Model model) {
        return switch (model.setting("pretrained")) {
            case "false" -> "random weights";
            case "true", "" -> "its published weights";
            default -> "the weights of a file";
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
}
