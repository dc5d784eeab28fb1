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
 * Says what the person check found, and how much that is worth. An alarm is what chance gives in about one cohort of
 * twenty: a pair that is certain, or more pairs than expected.
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
                                    ? "No two subjects look like one person entered twice."
                                    : "It is not known whether a person was entered twice: none was found, but this"
                                            + " check would miss most such pairs.")
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
                                "%s of subjects look like one person entered twice, where chance gives %.1f in a cohort"
                                        + " of this size; %d of them lie in different folds. Look at them: relatives"
                                        + " and chance can look alike too.",
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
        return leakage.halvedSubjects() == 0
                ? " No subject has several photos, so the power of this check is not known."
                : " Of %d subjects divided in two on purpose, %d would be found with %s: %s."
                        .formatted(
                                leakage.halvedSubjects(),
                                leakage.recognisedHalves(),
                                network,
                                CheckPower.ofPlanted(leakage.recognisedHalves(), leakage.halvedSubjects())
                                        .words());
    }
}
