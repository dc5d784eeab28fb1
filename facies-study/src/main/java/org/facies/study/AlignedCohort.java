package org.facies.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.align.CropGeometry;
import org.facies.align.FaceFinding;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.align.FaceResult;
import org.facies.align.FaceThresholds;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.progress.Progress;
import org.facies.result.settings.StudySettings;

/**
 * The part of a cohort whose photos show a usable face, with the crops.
 *
 * @param cohort without the refused photos
 * @param faces what became of every photo, refused ones too
 * @param crops for each geometry, the crop of each photo by its path
 */
public record AlignedCohort(Cohort cohort, List<FaceResult> faces, Map<CropGeometry, Map<String, Rgb>> crops) {

    /**
     * Finds the faces of a cohort.
     *
     * @param geometries at least one; every crop that the study's networks want
     */
    public static AlignedCohort of(
            Cohort cohort, Set<CropGeometry> geometries, FacePipeline pipeline, Progress progress) {
        List<FaceResult> faces = new ArrayList<>();
        Map<CropGeometry, Map<String, Rgb>> crops = new LinkedHashMap<>();
        for (CropGeometry geometry : geometries) {
            faces = align(cohort.photos(), geometry, pipeline, progress);
            crops.put(geometry, crops(faces));
        }
        Set<String> usable = crops.values().iterator().next().keySet();
        return new AlignedCohort(cohort.only(photo -> usable.contains(photo.path())), faces, crops);
    }

    private static List<FaceResult> align(
            List<Photo> photos, CropGeometry geometry, FacePipeline pipeline, Progress progress) {
        try (Progress.Bar bar = progress.start("Faces", photos.size())) {
            return pipeline.align(photos, geometry, bar);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while finding faces", stop);
        }
    }

    private static Map<String, Rgb> crops(List<FaceResult> faces) {
        Map<String, Rgb> crops = new HashMap<>();
        for (FaceResult face : faces) {
            if (face instanceof FaceResult.Aligned aligned) {
                crops.put(aligned.photo().path(), aligned.crop());
            }
        }
        return crops;
    }

    /** The policy that a study asks for. */
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
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new FacePolicy(thresholds, excluding);
    }

    private static String word(FaceFinding finding) {
        return finding.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Refusals may leave a class with fewer subjects than folds. */
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
                        "has " + subjects + " subjects with a usable photo and there are " + k + " folds",
                        "Bring more photos, refuse fewer (faces.refuse), or lower folds.k."));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
