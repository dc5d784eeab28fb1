package org.facies.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.facies.align.CropGeometry;
import org.facies.align.CropStore;
import org.facies.align.FaceChoice;
import org.facies.align.FaceFinding;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.align.FaceResult;
import org.facies.align.FaceThresholds;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.progress.Progress;
import org.facies.result.settings.StudySettings;

/**
 * The part of a cohort whose photos show a usable face.
 *
 * @param cohort without the refused photos
 * @param faces result of the face detection for every photo
 * @param crops has the crop of each photo of the cohort in every requested geometry
 */
public record AlignedCohort(Cohort cohort, FaceOutcomes faces, CropStore crops) {

    /**
     * Finds the faces of a cohort. Only a few crops are in memory at a time.
     *
     * @param geometries at least one; the crops that the study's networks need
     * @param pipeline with a cache
     */
    public static AlignedCohort of(
            Cohort cohort, Set<CropGeometry> geometries, FacePipeline pipeline, Progress progress) {
        Optional<Set<String>> usable = Optional.empty();
        FaceOutcomes faces = FaceOutcomes.none();
        for (CropGeometry geometry : geometries) {
            Set<String> aligned = new HashSet<>();
            FaceOutcomes.Collector outcomes = new FaceOutcomes.Collector(pipeline.choice());
            align(cohort.photos(), geometry, pipeline, progress, result -> {
                outcomes.add(result);
                if (result instanceof FaceResult.Aligned) {
                    aligned.add(result.photo().path());
                }
            });
            faces = outcomes.collected();
            usable = usable.or(() -> Optional.of(aligned));
        }
        Set<String> kept = usable.orElseThrow();
        return new AlignedCohort(cohort.only(photo -> kept.contains(photo.path())), faces, pipeline.crops());
    }

    private static void align(
            List<Photo> photos,
            CropGeometry geometry,
            FacePipeline pipeline,
            Progress progress,
            Consumer<FaceResult> sink) {
        try (Progress.Bar bar = progress.start("Faces", photos.size())) {
            pipeline.align(photos, geometry, bar, sink);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while finding faces", stop);
        }
    }

    /** Another part of the same cohort. */
    AlignedCohort with(Cohort part) {
        return new AlignedCohort(part, faces, crops);
    }

    /** The face policy of a study. */
    public static FacePolicy policy(StudySettings.Faces faces) {
        FaceThresholds thresholds = new FaceThresholds(
                faces.minScore(),
                faces.minEyeDistancePx(),
                faces.minSharpness(),
                faces.maxYawDegrees(),
                faces.maxPitchDegrees(),
                faces.maxRollDegrees());
        Set<FaceFinding> excluding = new LinkedHashSet<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, FaceFinding> known = List.of(FaceFinding.values()).stream()
                .collect(Collectors.toMap(AlignedCohort::word, finding -> finding, (a, b) -> a, LinkedHashMap::new));
        for (String word : faces.refuse()) {
            if (known.containsKey(word)) {
                excluding.add(known.get(word));
            } else {
                problems.add(new Problem(
                        "study file, faces.refuse",
                        word,
                        "is not a finding",
                        "Write any of: " + String.join(", ", known.keySet()) + "."));
            }
        }
        Optional<FaceChoice> choice = FaceChoice.of(faces.choose());
        if (choice.isEmpty()) {
            problems.add(new Problem(
                    "study file, faces.choose",
                    faces.choose(),
                    "does not choose a face",
                    "Write " + FaceChoice.VOCABULARY + "."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new FacePolicy(thresholds, excluding, choice.orElseThrow());
    }

    private static String word(FaceFinding finding) {
        return finding.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Refused photos can leave a class with fewer subjects than folds. */
    void requireFolds(int k) {
        List<Problem> problems = new ArrayList<>();
        for (String diagnosis : cohort.classes()) {
            long subjects = cohort.subjects().stream()
                    .filter(subject -> subject.diagnosis().equals(diagnosis))
                    .count();
            if (subjects < k) {
                problems.add(new Problem(
                        "cohort, class " + diagnosis,
                        "",
                        "has " + subjects + (subjects == 1 ? " child" : " children")
                                + " with a usable photo, fewer than the " + k + " folds",
                        "Add photos, refuse fewer (faces.refuse), or lower folds.k."));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
