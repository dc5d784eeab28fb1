package org.facies.synth.mesh;

/**
 * A direction in which a shape can change: some points move, the others stay.
 *
 * @param points indices of the moving points
 * @param moves their displacements x, y, z in turn at weight 1
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, as in Surface
public record Target(int[] points, float[] moves) {

    public Target {
        if (moves.length != 3 * points.length) {
            throw new IllegalArgumentException(points.length + " points, " + moves.length + " coordinates");
        }
    }

    /** Adds this target's displacements, times a weight, to positions. */
    public void addTo(float[] positions, double weight) {
        float factor = (float) weight;
        for (int i = 0; i < points.length; i++) {
            int at = 3 * points[i];
            positions[at] += factor * moves[3 * i];
            positions[at + 1] += factor * moves[3 * i + 1];
            positions[at + 2] += factor * moves[3 * i + 2];
        }
    }
}
