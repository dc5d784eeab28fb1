package org.facies.report.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.report.run.Origin;
import org.facies.report.run.Run;
import org.facies.report.text.Phrases;
import org.facies.result.settings.StudySettings;

/** What a run knows of how its models were made; nothing where predictions were imported. */
final class ModelAnswers {
    private final Run run;
    private final MethodsText methods;

    ModelAnswers(Run run, MethodsText methods) {
        this.run = run;
        this.methods = methods;
    }

    private Optional<String> made(String answer) {
        return run.origin().models().isEmpty() ? Optional.empty() : Optional.of(answer);
    }

    Optional<String> category() {
        return made("Convolutional networks on photos of faces.");
    }

    Optional<String> preprocessing() {
        return methods.faces().map(text -> text + " Every photo went through the same steps, whatever its group.");
    }

    Optional<String> faceChoice() {
        return made("Of each photo only the aligned face was used: " + methods.takenFace() + " of several.");
    }

    Optional<String> handling() {
        return made("The pixels of each crop were normalised as its network expects; no pixel was selected or grouped."
                + " How crops were varied in training stands under “Methods”.");
    }

    /** Which photos are refused. */
    Optional<String> poorInput() {
        return run.origin()
                .study()
                .map(StudySettings::faces)
                .map(faces -> "A photo without a face of score " + faces.minScore() + " or more gives no answer. "
                        + (faces.refuse().isEmpty()
                                ? "Small, blurred and turned faces were noted but used."
                                : "Faces with these findings were left out: " + Phrases.list(faces.refuse()) + ".")
                        + " How poor photos are handled in use, only the author can say.");
    }

    Optional<String> predictors() {
        return made("The pixels of the aligned face; no other column of the manifest was given to a model.");
    }

    Optional<String> noAssessor() {
        return made("Does not apply: no person judges a predictor.");
    }

    Optional<String> models() {
        return methods.training()
                .models()
                .map(models -> models
                        + methods.training().choice().map(text -> " " + text).orElse(" Nothing was tuned."));
    }

    Optional<String> architecture() {
        String networks = run.origin().models().stream()
                .map(model -> model.setting("backbone"))
                .distinct()
                .collect(Collectors.joining(", "));
        return made("Input: the aligned face as " + networks + " takes it. Output: a probability for each of "
                + run.classes().size() + " classes, from cosines of the embedding with a vector for each class (or"
                + " from a linear layer under softmax). The layers are in the ONNX file of each network.");
    }

    Optional<String> initialisation() {
        return methods.training().starts();
    }

    Optional<String> training() {
        return methods.training().recipe().map(text -> networks() + text);
    }

    /** Networks that were trained for the evaluation. */
    private String networks() {
        return run.isStudy()
                ? run.origin()
                        .study()
                        .map(study -> Phrases.counted(
                                        (long) study.folds().k()
                                                * study.models().size(),
                                        "network") + " were trained, one for each model and fold. ")
                        .orElse("")
                : "";
    }

    Optional<String> selection() {
        boolean averaged = run.origin().models().stream()
                .anyMatch(model -> !List.of("", "0.0", "0").contains(model.setting("training.average_decay")));
        return made("In every fold the network at the end of its training"
                + (averaged ? ", with averaged weights where a model has them," : "")
                + " was evaluated; none was picked by its results on the fold it was tested on."
                + methods.training().choice().map(text -> " " + text).orElse(""));
    }

    Optional<String> ensembles() {
        return run.validation()
                .map(validation ->
                        "The probabilities of the networks of " + validation.networks() + " folds were averaged.")
                .or(() -> made("None: in every fold one network answers for a model."));
    }

    Optional<String> imbalance() {
        List<String> values = run.origin().models().stream()
                .map(model -> model.setting("training.balance"))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of("Weighting of the classes in training: " + Phrases.list(values)
                        + ". Balanced accuracy and macro-averages are given, and the majority class for comparison. "
                        + methods.trust().calibration().orElse("Probabilities were not recalibrated."));
    }

    Optional<String> noUpdating() {
        return made("Does not apply: no model was updated.");
    }

    Optional<String> noUpdatedModel() {
        return made("Does not apply: there is no updated model.");
    }

    Optional<String> fullModel() {
        return made("Every trained network is in the run directory as ONNX. What limits its use, only the author can"
                + " say.");
    }

    Optional<String> protocol() {
        return made("Every setting, seed and hash is in study.yaml; see “Settings and provenance”.");
    }

    Optional<String> software() {
        return methods.software();
    }

    Optional<String> code() {
        return version()
                .map(version -> "The analysis is a study file for Facies " + version
                        + "; where that file can be had, only the author can say.");
    }

    Optional<String> availability() {
        return version()
                .map(version -> "Software: Facies " + version
                        + ". Whether the networks and the photos can be shared, only the author can say.");
    }

    private Optional<String> version() {
        Origin origin = run.origin();
        return Optional.ofNullable(origin.provenance().get("facies"));
    }
}
