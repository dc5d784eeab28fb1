package org.facies.study;

import java.util.List;
import java.util.Optional;

/**
 * The predictions of a work unit. Its history, its network and its distance graph are in the folder of the training.
 *
 * @param rows of the test photos, in their order
 * @param learnt of the training photos, in their order, if they were requested
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
     * @param distance from the training photos, relative to the distances among them, if it was requested and there are
     *     enough subjects; see {@link org.facies.novelty.KnownFaces}
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

    /** As JSON; numbers keep full precision. */
    public String json() {
        return TEXT.write(this);
    }

    /**
     * Reads a result.
     *
     * @param where the text comes from, for messages
     * @throws org.facies.input.BadInput if it is not JSON, or naming every key that is missing, unknown or of another
     *     type
     */
    public static TrialResult parse(String json, String where) {
        return TEXT.read(json, where);
    }
}
