package org.facies.report.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.report.run.Origin;
import org.facies.report.run.Run;
import org.facies.report.text.Phrases;
import org.facies.result.settings.StudySettings;

/** What a run knows about the training of its models; empty if predictions were imported. */
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
        return made("Convolutional networks that classify photos of faces.");
    }

    Optional<String> preprocessing() {
        return methods.faces().map(text -> text + " All photos were processed in the same way, whatever their group.");
    }

    Optional<String> faceChoice() {
        return made("Only the aligned face of each photo was used. Of several faces, " + methods.takenFace()
                + " was used.");
    }

    Optional<String> handling() {
        return made(
                "The pixels of each crop were normalised as the network expects. No pixels were selected or grouped."
                        + " “Methods” describes the augmentation in training.");
    }

    /** Which photos are rejected. */
    Optional<String> poorInput() {
        return run.origin()
                .study()
                .map(StudySettings::faces)
                .map(faces -> "A photo gets no answer if no face in it has a detection score of at least "
                        + faces.minScore() + ". "
                        + (faces.refuse().isEmpty()
                                ? "Small, blurred and turned faces were reported but used."
                                : "Faces with any of these findings were excluded: " + Phrases.list(faces.refuse())
                                        + ".")
                        + " Only the author can say how poor photos are handled in clinical use.");
    }

    Optional<String> predictors() {
        return made("The pixels of the aligned face. No column of the manifest was given to a model.");
    }

    Optional<String> noAssessor() {
        return made("Not applicable: no person assesses the predictors.");
    }

    Optional<String> models() {
        return methods.training()
                .models()
                .map(models -> models
                        + methods.training().choice().map(text -> " " + text).orElse(" No hyperparameter was tuned."));
    }

    Optional<String> architecture() {
        String networks = run.origin().models().stream()
                .map(model -> model.setting("backbone"))
                .distinct()
                .collect(Collectors.joining(", "));
        return made("Input: the aligned face in the format of " + networks + ". Output: a probability for each of "
                + run.classes().size()
                + " classes, computed from the cosine between the embedding and a vector for each class, or"
                + " by a linear layer for the softmax loss. The ONNX file of each network contains"
                + " its layers.");
    }

    Optional<String> initialisation() {
        return methods.training().starts();
    }

    Optional<String> training() {
        return methods.training().recipe().map(text -> networks() + text);
    }

    /** How many networks were trained for the evaluation. */
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
        return made("In every fold, the network at the end of training was evaluated"
                + (averaged ? ", with averaged weights where the model uses them" : "")
                + ". No network was selected by its results on its test fold."
                + methods.training().choice().map(text -> " " + text).orElse(""));
    }

    Optional<String> ensembles() {
        return run.validation()
                .map(validation ->
                        "The probabilities of the networks from " + validation.networks() + " folds were averaged.")
                .or(() -> made("None: in every fold, one network gives the answers of a model."));
    }

    Optional<String> imbalance() {
        List<String> values = run.origin().models().stream()
                .map(model -> model.setting("training.balance"))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of("Class weighting in training: " + Phrases.list(values)
                        + ". Balanced accuracy and macro averages are reported, with the majority class as the"
                        + " baseline. "
                        + methods.trust().calibration().orElse("Probabilities were not recalibrated."));
    }

    Optional<String> noUpdating() {
        return made("Not applicable: no model was updated.");
    }

    Optional<String> noUpdatedModel() {
        return made("Not applicable: there is no updated model.");
    }

    Optional<String> fullModel() {
        return made("The run directory contains every trained network as an ONNX file. Only the author can say what"
                + " limits its use.");
    }

    Optional<String> protocol() {
        return made("The file study.yaml contains every setting, seed and hash; see “Settings and provenance”.");
    }

    Optional<String> software() {
        return methods.software();
    }

    Optional<String> code() {
        return version()
                .map(version -> "The analysis is a study file for Facies " + version
                        + ". Only the author can say where that file is available.");
    }

    Optional<String> availability() {
        return version()
                .map(version -> "Software: Facies " + version
                        + ". Only the author can say whether the networks and the photos can be shared.");
    }

    private Optional<String> version() {
        Origin origin = run.origin();
        return Optional.ofNullable(origin.provenance().get("facies"));
    }
}
