package org.facies.synth.mesh;

/**
 * A part that follows the points of another mesh: hair, eyebrows, eyes, teeth. Each of its points is a weighted mean of
 * three anchors plus an offset.
 *
 * @param anchors indices into the other mesh, three for each point
 * @param weights three for each point
 * @param offsets x, y, z in turn, for a head of the base mesh's size
 * @param surface triangles over its own points
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, as in Surface
public record Attachment(int[] anchors, float[] weights, float[] offsets, Surface surface) {

    public Attachment {
        if (anchors.length != weights.length || anchors.length != offsets.length) {
            throw new IllegalArgumentException(
                    anchors.length + " anchors, " + weights.length + " weights, " + offsets.length + " offsets");
        }
    }

    /**
     * The positions of its points.
     *
     * @param positions of the other mesh, x, y, z in turn
     * @param scale size of the head relative to the base head along x, y and z, applied to the offsets
     */
    public float[] place(float[] positions, float[] scale) {
        float[] placed = new float[anchors.length];
        for (int i = 0; i < anchors.length; i += 3) {
            for (int axis = 0; axis < 3; axis++) {
                placed[i + axis] = weights[i] * positions[3 * anchors[i] + axis]
                        + weights[i + 1] * positions[3 * anchors[i + 1] + axis]
                        + weights[i + 2] * positions[3 * anchors[i + 2] + axis]
                        + scale[axis] * offsets[i + axis];
            }
        }
        return placed;
    }
}
