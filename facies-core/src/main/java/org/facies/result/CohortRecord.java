package org.facies.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.cohort.Cohort;
import org.facies.cohort.CohortSummary;
import org.facies.cohort.CohortWarnings;
import org.facies.cohort.SyntheticMark;

/**
 * {@code cohort.json}: what a study used, and what was left out and why.
 *
 * @param subjects used
 * @param photos used
 * @param classes counts of what was used, by class
 * @param refused photos left out, each with its reason
 * @param notes number of used photos by remark
 * @param warnings of the manifest, a sentence and a remedy each; they may name photos and subjects
 * @param warningKinds number of warnings by kind, for what is shown to others
 * @param subgroups counts of what was used, by attribute and value
 * @param synthetic whether the faces were drawn by a computer, as the card next to the manifest says; empty in records
 *     of earlier versions
 */
public record CohortRecord(
        int subjects,
        int photos,
        Map<String, Count> classes,
        List<Refusal> refused,
        Map<String, Integer> notes,
        List<String> warnings,
        Map<String, Integer> warningKinds,
        Map<String, Map<String, Count>> subgroups,
        Optional<Boolean> synthetic) {
    /** How the file is written and read. */
    public static final ResultFile<CohortRecord> FILE = ResultFile.of(CohortRecord.class);

    /** Subjects and photos of one group. */
    public record Count(int subjects, int photos) {}

    /**
     * A photo left out.
     *
     * @param photo as in the manifest
     */
    public record Refusal(String photo, String reason) {

        /** The reason without the name of the photo, for output that others see. */
        public String anonymous() {
            return photo.isEmpty() ? reason : reason.replace(photo, "the photo");
        }
    }

    public CohortRecord {
        classes = ordered(classes);
        refused = List.copyOf(refused);
        notes = ordered(notes);
        warnings = List.copyOf(warnings);
        warningKinds = ordered(warningKinds);
        subgroups = ordered(subgroups);
    }

    /**
     * The record of the part of a cohort that was used.
     *
     * @param refused photos left out
     * @param notes number of used photos by remark
     */
    public static CohortRecord of(
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
                subgroups,
                Optional.of(SyntheticMark.isBeside(used.manifest())));
    }

    private static Map<String, Count> byName(List<CohortSummary.Count> counts) {
        Map<String, Count> result = new LinkedHashMap<>();
        counts.forEach(count -> result.put(count.name(), new Count(count.subjects(), count.photos())));
        return result;
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
