package org.facies.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facies.cohort.Cohort;
import org.facies.cohort.CohortSummary;
import org.facies.cohort.CohortWarnings;

/**
 * {@code cohort.json}: what a study was run on, and what was refused and why.
 *
 * @param subjects used
 * @param photos used
 * @param classes counts of what was used, by class
 * @param refused photos left out, each with its reason
 * @param notes number of used photos by remark
 * @param warnings of the manifest, a sentence and a remedy each; they may name photos and subjects
 * @param warningKinds number of warnings by kind, for what is shown to others
 * @param subgroups counts of what was used, by attribute and value
 */
public record CohortRecord(
        int subjects,
        int photos,
        Map<String, Count> classes,
        List<Refusal> refused,
        Map<String, Integer> notes,
        List<String> warnings,
        Map<String, Integer> warningKinds,
        Map<String, Map<String, Count>> subgroups) {

    /** Subjects and photos of one group. */
    public record Count(int subjects, int photos) {}

    /**
     * A photo left out.
     *
     * @param photo as in the manifest
     */
    public record Refusal(
            @JsonProperty("photo") String photo,
            @JsonProperty("reason") String reason) {}

    /** The record of the usable part of a cohort and what became of every photo. */
    public static CohortRecord of(Cohort used, FaceOutcomes faces, CohortWarnings warnings) {
        return of(used, refusals(faces), notes(faces), warnings);
    }

    /**
     * A record without face detection.
     *
     * @param leftOut photos, as in the manifest
     * @param reason why they all were left out
     */
    public static CohortRecord of(Cohort used, List<String> leftOut, String reason, CohortWarnings warnings) {
        List<Refusal> refused =
                leftOut.stream().map(photo -> new Refusal(photo, reason)).toList();
        return of(used, refused, Map.of(), warnings);
    }

    private static CohortRecord of(
            Cohort used, List<Refusal> refused, Map<String, Integer> notes, CohortWarnings warnings) {
        CohortSummary summary = CohortSummary.of(used);
        Map<String, Map<String, Count>> subgroups = new LinkedHashMap<>();
        summary.subgroups().forEach((attribute, counts) -> subgroups.put(attribute, byName(counts)));
        return new CohortRecord(
                summary.subjects(),
                summary.photos(),
                byName(summary.classes()),
                refused,
                notes,
                warnings.sentences(),
                warnings.counts(),
                subgroups);
    }

    private static Map<String, Count> byName(List<CohortSummary.Count> counts) {
        Map<String, Count> result = new LinkedHashMap<>();
        counts.forEach(count -> result.put(count.name(), new Count(count.subjects(), count.photos())));
        return result;
    }

    private static List<Refusal> refusals(FaceOutcomes faces) {
        return faces.refused().stream()
                .map(refused -> new Refusal(refused.photo().path(), refused.reason()))
                .toList();
    }

    private static Map<String, Integer> notes(FaceOutcomes faces) {
        Map<String, Integer> notes = new TreeMap<>();
        faces.notes().forEach((finding, photos) -> notes.merge(finding.sentence(), photos, Integer::sum));
        return notes;
    }
}
