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
 * The methods of a study as sentences in the past tense, written from its settings and results and from nothing else. A
 * sentence is there only where the run has what it tells of.
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
     * Paragraphs: who, faces, audit, models, their training, evaluation, planned comparisons, trust, subgroups,
     * readers, software.
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
                ? Optional.of(
                        "All faces were synthetic: a computer drew them, no child exists, and all effect sizes are"
                                + " assumptions.")
                : Optional.empty();
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
        return Optional.of("Photos were decoded without their metadata and turned upright. The face was found with"
                + " RetinaFace and aligned by a similarity transform from five points to the crop that each network"
                + " was made for. " + severalFaces() + refusedPhotos());
    }

    /** Which face is taken where a photo shows several. */
    private String severalFaces() {
        return "Where a photo showed several faces, " + takenFace() + " was taken.";
    }

    /** The same in few words, as a part of a sentence. */
    String takenFace() {
        String choice =
                run.origin().study().map(study -> study.faces().choose()).orElse(StudySettings.Faces.LARGEST);
        return switch (choice) {
            case StudySettings.Faces.LARGEST -> "the largest";
            case "central" -> "the one closest to the centre";
            default -> "number " + choice + " from the left";
        };
    }

    private String refusedPhotos() {
        List<String> refuse =
                run.origin().study().map(study -> study.faces().refuse()).orElse(List.of());
        String rule =
                refuse.isEmpty() ? "" : " Photos with these findings were left out: " + Phrases.list(refuse) + ".";
        return rule
                + run.cohort()
                        .map(cohort -> cohort.refused().size())
                        .filter(count -> count > 0)
                        .map(count -> " " + Phrases.capitalised(Phrases.counted(count, "photo"))
                                + (count == 1 ? " was" : " were") + " left out.")
                        .orElse("");
    }

    String partitions() {
        Optional<StudySettings> study = run.origin().study();
        if (study.isEmpty()) {
            return "The predictions were made elsewhere; how the models were trained is not known here.";
        }
        if (run.validation().isPresent()) {
            return "The models came frozen from a run on another cohort; nothing was fitted again, and the"
                    + " probabilities of"
                    + " the networks of its " + run.validation().get().networks() + " folds were averaged.";
        }
        int k = study.get().folds().k();
        String seed = " (seed " + study.get().folds().seed() + ")";
        String same = run.models().size() > 1
                ? "The models were compared by " + k + "-fold cross-validation with the same folds" + seed + " for all"
                : "The model was judged by " + k + "-fold cross-validation" + seed;
        return run.origin().splitsSubjects()
                ? same + ". Photos were assigned one by one, so that photos of one subject could lie in several folds."
                : same + "; each class was spread evenly, and all photos of a subject lay in one fold.";
    }

    Optional<String> software() {
        return Optional.ofNullable(run.origin().provenance().get("facies"))
                .map(version -> "Facies " + version + " was used on Java "
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
