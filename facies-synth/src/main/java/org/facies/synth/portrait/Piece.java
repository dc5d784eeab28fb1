package org.facies.synth.portrait;

import org.facies.synth.mesh.Surface;

/**
 * An object in front of the camera.
 *
 * @param points x, y, z in turn, in the camera's coordinates
 * @param normals of the same length
 * @param casts for each triangle whether it casts shadows
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one picture
record Piece(Surface surface, float[] points, float[] normals, boolean[] casts) {

    static Piece of(Surface surface, float[] points, boolean[] casts) {
        return new Piece(surface, points, surface.normals(points), casts);
    }
}
