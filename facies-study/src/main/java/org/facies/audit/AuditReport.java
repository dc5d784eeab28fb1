package org.facies.audit;

import java.util.List;

/**
 * What {@code audit.json} holds. It names photos and subjects and is for those who own the cohort.
 *
 * @param network the backbone whose embeddings were used; with another one the figures are others
 * @param networkSha256 hash of its weights
 * @param folds how many folds the linear rules were judged with, by subject
 * @param findings one sentence for each check, alarming or not
 */
public record AuditReport(
        String network,
        String networkSha256,
        int subjects,
        int photos,
        int folds,
        long seed,
        List<Finding> findings,
        Leakage leakage,
        Shortcuts shortcuts) {

    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** How many findings are alarming. */
    public long alarms() {
        return findings.stream()
                .filter(finding -> finding.level() == Finding.Level.ALARM)
                .count();
    }

    /**
     * One check in one sentence, without naming anybody.
     *
     * @param check its name
     */
    public record Finding(String check, Level level, String sentence) {
        /** How it is meant. */
        public enum Level {
            FINE,
            NOTE,
            ALARM
        }
    }

    /**
     * What connects folds.
     *
     * @param sameBytes photos of one subject with the same bytes; between subjects the manifest is refused
     * @param samePicture resized, recompressed, cropped or flipped
     * @param samePerson under two subject ids
     * @param similarityThreshold of {@link SubjectPair#similarity}, above which two subjects look like one person; chance gives one pair in 1,000 subjects
     * @param certainSimilarity that chance reaches in one cohort of twenty: a pair above it is an alarm
     * @param halvedSubjects subjects with several photos, divided in two as if entered twice
     * @param recognisedHalves how many of them are above the threshold
     * @param linearSplit what a linear rule gains from folds by photo
     * @param nearestSplit what a rule that remembers faces gains
     */
    public record Leakage(
            List<PhotoPair> sameBytes,
            List<PhotoPair> samePicture,
            List<SubjectPair> samePerson,
            double similarityThreshold,
            double certainSimilarity,
            int halvedSubjects,
            int recognisedHalves,
            SplitComparison linearSplit,
            SplitComparison nearestSplit,
            LabelPermutation labelPermutation) {}

    /**
     * Two photos with one picture.
     *
     * @param relation same bytes, upright or mirrored
     * @param correlation of the aligned faces
     * @param folds whether they are tested in one fold or in different ones
     */
    public record PhotoPair(
            String photoA,
            String photoB,
            String subjectA,
            String subjectB,
            String relation,
            double correlation,
            Side folds) {
        boolean betweenSubjects() {
            return !subjectA.equals(subjectB);
        }
    }

    /**
     * Two subjects that look like one person.
     *
     * @param similarity cosine of their mean embeddings less half of what each has with those most like it
     */
    public record SubjectPair(String subjectA, String subjectB, double similarity, Side folds) {}

    /** Where two photos are tested. */
    public enum Side {
        SAME_FOLD,
        DIFFERENT_FOLDS
    }

    /** What tells the diagnosis without the face. */
    public record Shortcuts(List<Shortcut> checks, BackgroundEffect background) {}

    /**
     * One thing that may tell the diagnosis.
     *
     * @param pHolm corrected for the number of checks
     */
    public record Shortcut(String name, Predictability predictability, double pHolm, Finding.Level level) {}
}
