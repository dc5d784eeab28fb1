package org.facies.reader;

import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.metric.Share;

/**
 * How often a reader adopted the model's answer, among the cases in which the first answer was different.
 *
 * @param model name of the model whose answers were shown
 * @param incorrect cases in which the model was incorrect; the first answer can be correct or incorrect
 * @param correct cases in which the model was correct
 */
public record Following(String model, Followed incorrect, Followed correct) {

    /**
     * A part of the cases.
     *
     * @param n number of cases in which the first answer differed from the model's
     * @param followed number of these cases in which the second answer was the model's
     * @param share {@code followed / n}, with a Wilson interval
     */
    public record Followed(long n, long followed, Estimate share) {}

    /** Counts the cases; empty if the model's answer to a case is unknown. */
    static Optional<Following> of(AidedPairs pairs, AdvisingModel model, ReaderCases cases) {
        if (!model.answers().keySet().containsAll(pairs.cases())) {
            return Optional.empty();
        }
        long[] n = new long[2];
        long[] followed = new long[2];
        pairs.forEach((before, after) -> {
            String shown = model.answers().get(before.caseId());
            int kind = shown.equals(cases.diagnosis(before.caseId())) ? 1 : 0;
            if (!before.diagnosis().equals(shown)) {
                n[kind]++;
                followed[kind] += after.diagnosis().equals(shown) ? 1 : 0;
            }
        });
        return Optional.of(new Following(
                model.name(),
                followed(
                        followed[0],
                        n[0],
                        "there is no case in which the model was incorrect and the first answer was different"),
                followed(
                        followed[1],
                        n[1],
                        "there is no case in which the model was correct and the first answer was different")));
    }

    private static Followed followed(long followed, long n, String ifNone) {
        return new Followed(n, followed, Share.of(followed, n, ifNone));
    }
}
