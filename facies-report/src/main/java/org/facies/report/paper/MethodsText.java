package org.facies.report.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.result.CohortRecord;
import org.facies.result.settings.StudySettings;

/**
 * The methods of a study as sentences in the past tense, derived from its settings and results only. A sentence is
 * included only if the run did what it describes.
 */
public final class MethodsText {
    private final Run run;
    private final TrainingText training;
    private final EvaluationText evaluation;
    private final TrustText trust;

    public MethodsText(Run run) {
        this.run = run;
        this.training = new TrainingText(run);
        this.evaluation = new EvaluationText(run);
        this.trust = new TrustText(run);
    }

    /**
     * The paragraphs: participants, faces, audit, models, training, model selection, evaluation, planned comparisons,
     * calibration and abstention, subgroups, readers, software.
     */
    public List<String> paragraphs() {
        return Stream.of(
                        joined(Stream.of(synthetic(), participants())
                                .flatMap(Optional::stream)
                                .toList()),
                        faces().stream(),
                        trust.audit().stream(),
                        training.models().stream(),
                        training.recipe().stream(),
                        training.choice().stream(),
                        Stream.of(String.join(
                                " ",
                                partitions(),
                                evaluation.predictions(),
                                evaluation.measures(),
                                evaluation.uncertainty())),
                        joined(new ComparisonText(run).sentences()),
                        joined(trust.fitted()),
                        trust.subgroups().stream(),
                        joined(trust.readers()),
                        software().stream())
                .flatMap(paragraphs -> paragraphs)
                .toList();
    }

    private static Stream<String> joined(List<String> sentences) {
        return sentences.isEmpty() ? Stream.empty() : Stream.of(String.join(" ", sentences));
    }

    private Optional<String> synthetic() {
        return run.stamp().isSynthetic()
                ? Optional.of("All faces were synthetic: a computer drew them, they show no real child, and all effect"
                        + " sizes are assumptions.")
                : Optional.empty();
    }

    Optional<String> participants() {
        return run.cohort()
                .map(cohort -> "The cohort comprised " + Phrases.counted(cohort.photos(), "photo") + " of "
                        + Phrases.children(cohort.subjects()) + ": " + classes(cohort) + ".");
    }

    private String classes(CohortRecord cohort) {
        return Phrases.list(cohort.classes().entrySet().stream()
                .map(group -> Numbers.count(group.getValue().subjects()) + " "
                        + run.names().of(group.getKey()))
                .toList());
    }

    /** How photos were turned into crops; empty if only predictions were imported. */
    Optional<String> faces() {
        if (run.origin().models().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("Photos were decoded without their metadata and rotated upright. Faces were detected with"
                + " RetinaFace. Each face was aligned to the template of the network by a similarity"
                + " transform of five landmarks, and cropped. "
                + severalFaces() + refusedPhotos());
    }

    /** Which face is used if a photo shows several. */
    private String severalFaces() {
        return "If a photo showed several faces, " + takenFace() + " was used.";
    }

    /** The chosen face as part of a sentence: {@code the largest}. */
    String takenFace() {
        String choice =
                run.origin().study().map(study -> study.faces().choose()).orElse(StudySettings.Faces.LARGEST);
        return switch (choice) {
            case StudySettings.Faces.LARGEST -> "the largest";
            case "central" -> "the one closest to the centre";
            default -> "face number " + choice + " from the left";
        };
    }

    private String refusedPhotos() {
        List<String> refuse =
                run.origin().study().map(study -> study.faces().refuse()).orElse(List.of());
        String rule = refuse.isEmpty()
                ? ""
                : " Photos with any of these findings were excluded: " + Phrases.list(refuse) + ".";
        return rule
                + run.cohort()
                        .map(cohort -> cohort.refused().size())
                        .filter(count -> count > 0)
                        .map(count -> " " + Phrases.capitalised(Phrases.counted(count, "photo"))
                                + (count == 1 ? " was" : " were") + " excluded.")
                        .orElse("");
    }

    String partitions() {
        Optional<StudySettings> study = run.origin().study();
        if (study.isEmpty()) {
            return "The predictions were imported, and the run does not record how the models were trained.";
        }
        if (run.validation().isPresent()) {
            return "The models were taken unchanged from a run on another cohort. Nothing was fitted on the present"
                    + " cohort. The probabilities of the networks from the "
                    + run.validation().get().networks() + " folds of that run were averaged.";
        }
        int k = study.get().folds().k();
        String seed = " (seed " + study.get().folds().seed() + ")";
        String same = run.models().size() > 1
                ? "The models were evaluated by " + k + "-fold cross-validation with the same folds for all models"
                        + seed
                : "The model was evaluated by " + k + "-fold cross-validation" + seed;
        return run.origin().splitsSubjects()
                ? same
                        + ". Photos were assigned to folds individually, so photos of one child could be in several"
                        + " folds."
                : same + ". Folds were stratified by class, and all photos of a child were in the same fold.";
    }

    Optional<String> software() {
        return Optional.ofNullable(run.origin().provenance().get("facies"))
                .map(version -> "The study was run with Facies " + version + " on Java "
                        + run.origin().provenance().getOrDefault("java", "(version not recorded)")
                        + Stream.of("system", "device")
                                .map(key -> run.origin().provenance().get(key))
                                .filter(value -> value != null && !value.isEmpty())
                                .map(value -> ", " + value)
                                .collect(Collectors.joining())
                        + ".");
    }

    TrainingText training() {
        return training;
    }

    EvaluationText evaluation() {
        return evaluation;
    }

    TrustText trust() {
        return trust;
    }
}
