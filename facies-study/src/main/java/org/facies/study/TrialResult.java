package org.facies.study;

import java.util.List;
import java.util.Optional;

/**
 * What a work unit says of photos. Its history, its network and the graph of its distances lie in the folder that it
 * was run in.
 *
 * @param rows of the photos that it held out, in their order
 * @param learnt of the photos that it learnt from, in their order, where that was asked for
 */
public record TrialResult(List<Row> rows, List<Row> learnt) {

    private static final TrialText<TrialResult> TEXT =
            TrialText.of(TrialResult.class, result -> List.of(), "Run the work unit again.");

    /**
     * A photo.
     *
     * @param photo SHA-256 of its bytes
     * @param probabilities double[classes], the mean over the crop and its mirror image
     * @param logProbabilities double[classes], natural logarithms
     * @param distance from all photos that were learnt, relative to what is usual among them, where it was asked for
     *     and there are enough subjects; see {@link org.facies.novelty.KnownFaces}
     */
    public record Row(
            String photo, List<Double> probabilities, List<Double> logProbabilities, Optional<Double> distance) {

        public Row {
            probabilities = List.copyOf(probabilities);
            logProbabilities = List.copyOf(logProbabilities);
        }
    }

    public TrialResult {
        rows = List.copyOf(rows);
        learnt = List.copyOf(learnt);
    }

    /** As JSON; numbers keep every bit. */
    public String json() {
        return TEXT.write(this);
    }

    /**
     * The result that a text states.
     *
     * @param where the text comes from, for messages
     * @throws org.facies.input.BadInput if it is no JSON, or with every key that is missing, unknown or mistyped
     */
    public static TrialResult parse(String json, String where) {
        return TEXT.read(json, where);
    }
}
