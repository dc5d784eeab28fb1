package org.facies.audit;

import static org.facies.audit.Sentences.count;

import java.util.List;
import java.util.Locale;
import org.facies.result.AuditReport.Finding;
import org.facies.result.AuditReport.Finding.Level;
import org.facies.result.AuditReport.Leakage;
import org.facies.result.AuditReport.Side;
import org.facies.result.AuditReport.SubjectPair;

/**
 * States the result of the check for one person under two ids, and the power of the check. An alarm is a pair that is
 * certain, or more pairs than expected; chance gives either in about one cohort of twenty.
 */
final class PersonSentence {
    private static final double SIGNIFICANCE = 0.05;

    private PersonSentence() {}

    /** @param network whose embeddings were compared */
    static Finding of(Leakage leakage, int subjects, String network) {
        List<SubjectPair> pairs = leakage.samePerson();
        if (pairs.isEmpty()) {
            CheckPower power = CheckPower.ofPlanted(leakage.recognisedHalves(), leakage.halvedSubjects());
            return new Finding(
                    "same person",
                    power.ofNothingFound(),
                    (power.isEnough()
                                    ? "No two children look like the same person."
                                    : leakage.recognisedHalves() == 0
                                            ? "No duplicate was found."
                                            : "No duplicate was found, but this check would miss most of them.")
                            + power(leakage, network));
        }
        long apart = pairs.stream()
                .filter(pair -> pair.folds() == Side.DIFFERENT_FOLDS)
                .count();
        return new Finding(
                "same person",
                isAlarming(leakage, subjects) ? Level.ALARM : Level.NOTE,
                String.format(
                                Locale.ROOT,
                                "%s of children may each be one person under two ids; chance gives %.1f in a"
                                        + " cohort of this size. %d of them are in different folds. Compare"
                                        + " their photos: relatives and strangers can look alike too.",
                                count(pairs.size(), "pair"),
                                PersonFinder.pairsByChance(subjects),
                                apart)
                        + power(leakage, network));
    }

    private static boolean isAlarming(Leakage leakage, int subjects) {
        List<SubjectPair> pairs = leakage.samePerson();
        return pairs.stream().anyMatch(pair -> pair.similarity() > leakage.certainSimilarity())
                || atLeast(pairs.size(), PersonFinder.pairsByChance(subjects)) < SIGNIFICANCE;
    }

    /** The probability of that many or more under a Poisson distribution. */
    static double atLeast(int count, double mean) {
        double fewer = 0;
        double term = Math.exp(-mean);
        for (int k = 0; k < count; k++) {
            fewer += term;
            term *= mean / (k + 1);
        }
        return 1 - fewer;
    }

    private static String power(Leakage leakage, String network) {
        if (leakage.halvedSubjects() == 0) {
            return " No child has several photos, so it is not known whether this check can find duplicates.";
        }
        if (leakage.recognisedHalves() == 0) {
            return leakage.halvedSubjects() == 1
                    ? " This check cannot find duplicates here: it missed the only one that was planted."
                    : " This check cannot find duplicates here: it missed all %d that were planted."
                            .formatted(leakage.halvedSubjects());
        }
        return " Of %d planted duplicates, it found %d with %s: %s."
                .formatted(
                        leakage.halvedSubjects(),
                        leakage.recognisedHalves(),
                        network,
                        CheckPower.ofPlanted(leakage.recognisedHalves(), leakage.halvedSubjects())
                                .words());
    }
}
