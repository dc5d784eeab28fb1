package org.facies.study;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facies.align.FaceResult;
import org.facies.cohort.Cohort;
import org.facies.cohort.CohortWarnings;
import org.facies.result.CohortRecord;
import org.facies.result.CohortRecord.Refusal;

/** What became of the photos of a cohort when their faces were looked for, as {@code cohort.json} records it. */
public final class FaceOutcomes {

    private FaceOutcomes() {}

    /**
     * The record of the usable part of a cohort.
     *
     * @param faces of every photo, used or refused
     */
    public static CohortRecord record(Cohort used, List<FaceResult> faces, CohortWarnings warnings) {
        return CohortRecord.of(used, refusals(faces), notes(faces), warnings);
    }

    private static List<Refusal> refusals(List<FaceResult> faces) {
        return faces.stream()
                .filter(FaceResult.Refused.class::isInstance)
                .map(FaceResult.Refused.class::cast)
                .map(refused -> new Refusal(refused.photo().path(), refused.reason()))
                .toList();
    }

    private static Map<String, Integer> notes(List<FaceResult> faces) {
        Map<String, Integer> notes = new TreeMap<>();
        faces.stream()
                .filter(FaceResult.Aligned.class::isInstance)
                .flatMap(face -> face.findings().stream())
                .forEach(finding -> notes.merge(finding.sentence(), 1, Integer::sum));
        return notes;
    }
}
