package org.facies.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The content of {@code audit.json}. It names photos and subjects and is for the owner of the cohort.
 *
 * @param network the backbone whose embeddings were used; the results depend on it
 * @param networkSha256 hash of its weights
 * @param folds how many folds the linear rules were judged with, by subject
 * @param findings one sentence for each check, alarming or not
 * @param warnings of the manifest, a sentence and a remedy each; empty in a study, whose {@code cohort.json} has them
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
        Shortcuts shortcuts,
        Optional<List<String>> warnings) {
    /** How the file is written and read. */
    public static final ResultFile<AuditReport> FILE = ResultFile.of(AuditReport.class);

    public AuditReport {
        findings = List.copyOf(findings);
        warnings = warnings.map(List::copyOf);
    }

    /** The same with the warnings of the manifest. */
    public AuditReport withWarnings(List<String> sentences) {
        return new AuditReport(
                network,
                networkSha256,
                subjects,
                photos,
                folds,
                seed,
                findings,
                leakage,
                shortcuts,
                Optional.of(sentences));
    }

    /** Number of alarms. */
    public long alarms() {
        return findings.stream().filter(Finding::isAlarm).count();
    }

    /**
     * One check in one sentence; it names no subject.
     *
     * @param check its name
     */
    public record Finding(String check, Level level, String sentence) {
        /**
         * How serious a finding is. Files of earlier versions say FINE; they are not read, and a study repeats the
         * audit.
         */
        public enum Level {
            /** Nothing was found, and the check finds at least half of what it looks for. */
            @JsonProperty("NOTHING_FOUND")
            NOTHING_FOUND,
            /** Nothing was found, but the check misses more than half of what it looks for. */
            @JsonProperty("CANNOT_TELL")
            CANNOT_TELL,
            /** Something that a reader should know and that does not cast doubt on the results. */
            @JsonProperty("NOTE")
            NOTE,
            @JsonProperty("ALARM")
            ALARM;

            /** For example {@code nothing found}. */
            public String words() {
                return name().toLowerCase(Locale.ROOT).replace('_', ' ');
            }
        }

        /** Whether it casts doubt on the results. */
        public boolean isAlarm() {
            return level == Level.ALARM;
        }
    }

    /**
     * What connects training and test.
     *
     * @param sameBytes photos of one subject with the same bytes; between subjects the manifest is refused
     * @param samePicture resized, recompressed, cropped or flipped
     * @param samePerson under two subject ids
     * @param similarityThreshold of {@link SubjectPair#similarity}, above which two subjects look like one person;
     *     chance gives one pair in 1,000 subjects
     * @param certainSimilarity that chance reaches in one cohort of twenty: a pair above it is an alarm
     * @param halvedSubjects subjects with several photos, split into two halves as if they had been entered twice
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
     * Two photos that show the same picture.
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
        /** Whether the two photos belong to different subjects. */
        public boolean betweenSubjects() {
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
        @JsonProperty("SAME_FOLD")
        SAME_FOLD,
        @JsonProperty("DIFFERENT_FOLDS")
        DIFFERENT_FOLDS
    }

    /** What predicts the diagnosis without the face. */
    public record Shortcuts(List<Shortcut> checks, BackgroundEffect background) {}

    /**
     * One group of features that may predict the diagnosis.
     *
     * @param pHolm corrected for the number of checks
     */
    public record Shortcut(String name, Predictability predictability, double pHolm, Finding.Level level) {}

    /**
     * How well some features of the subjects predict the diagnosis, and whether that is more than chance.
     *
     * @param balancedAccuracy out of fold, with its 95 % interval over subjects drawn within their class
     * @param auc macro one-vs-rest, out of fold, with its 95 % interval
     * @param chance balanced accuracy without any information: 1 / classes
     * @param p of the permutation test that the features say nothing: shuffled labels give an area at least as large
     * @param permutations how many shuffles p is made of
     */
    public record Predictability(Measured balancedAccuracy, Measured auc, double chance, double p, int permutations) {}

    /**
     * Balanced accuracy of a linear rule on the frozen network's embeddings, with the crops as they are and with a grey
     * background.
     *
     * @param whole with the crops as they are
     * @param masked with all but an oval around the face made grey
     * @param change masked less whole, paired
     */
    public record BackgroundEffect(Measured whole, Measured masked, Measured change) {
        /**
         * A network that never saw a grey background may lose this much. Only a significantly larger loss is reported.
         */
        private static final double TOLERATED_LOSS = 0.05;

        /** Whether a reader has to be warned. */
        public boolean isAlarming() {
            return change.high() < -TOLERATED_LOSS;
        }
    }

    /**
     * Apparent gain of a classifier of the frozen network's embeddings when photos of one subject may be in training
     * and test: balanced accuracy over photos, the mean over several divisions.
     *
     * @param bySubject folds that never split a subject
     * @param byPhoto folds of single photos
     * @param gain byPhoto less bySubject, paired
     */
    public record SplitComparison(Measured bySubject, Measured byPhoto, Measured gain) {}

    /**
     * Balanced accuracy with the true diagnoses, and with diagnoses permuted between subjects. Permuted diagnoses must
     * give chance level; if not, something other than the diagnosis connects training and test.
     *
     * @param truth with the diagnoses as they are
     * @param shuffled mean over the shuffles, and where 95 % of them lie
     * @param chance 1 / classes
     */
    public record LabelPermutation(double truth, Measured shuffled, double chance) {
        /** A mean over the permutations that is further above chance than this is reported. */
        public static final double TOLERANCE = 0.02;

        /** Whether a reader has to be warned. */
        public boolean isAlarming() {
            return shuffled.value() > chance + TOLERANCE;
        }
    }
}
