package org.facies.reader;

import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.metric.Share;

/**
 * How often a reader took over the answer of the model, of the cases in which the reader's first answer was another.
 *
 * @param model whose answers were shown
 * @param incorrect where the model was wrong; in cases that the reader first answered correctly or incorrectly
 * @param correct where the model was right
 */
public record Following(String model, Followed incorrect, Followed correct) {

    /**
     * Some of the cases.
     *
     * @param n cases in which the first answer was not the model's
     * @param followed cases of these in which the second answer was the model's
     * @param share with Wilson's interval
     */
    public record Followed(long n, long followed, Estimate share) {}

    /** Empty where the model's answer to some case is not known. */
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
                followed(followed[0], n[0], "the model was wrong in no case that the reader first answered otherwise"),
                followed(
                        followed[1], n[1], "the model was right in no case that the reader first answered otherwise")));
    }

    private static Followed followed(long followed, long n, String ifNone) {
        return new Followed(n, followed, Share.of(followed, n, ifNone));
    }
}
