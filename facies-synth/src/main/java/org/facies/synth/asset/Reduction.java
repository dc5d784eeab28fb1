package org.facies.synth.asset;

import java.util.Arrays;
import java.util.BitSet;
import org.facies.synth.mesh.Surface;
import org.facies.synth.mesh.Target;

/** A selection of points, renumbered in their old order. */
final class Reduction {

    private final int pointsBefore;
    private final BitSet kept = new BitSet();

    Reduction(int pointsBefore) {
        this.pointsBefore = pointsBefore;
    }

    int pointsBefore() {
        return pointsBefore;
    }

    /** Keeps these points; must be called before the other methods. */
    void keep(int[] points) {
        Arrays.stream(points).forEach(kept::set);
    }

    int[] indices(int[] before) {
        int[] now = new int[pointsBefore];
        int next = 0;
        for (int point = kept.nextSetBit(0); point >= 0; point = kept.nextSetBit(point + 1)) {
            now[point] = next++;
        }
        return Arrays.stream(before).map(point -> now[point]).toArray();
    }

    /** The coordinates of the kept points, x, y, z in turn. */
    float[] coordinates(float[] before) {
        float[] now = new float[3 * kept.cardinality()];
        int next = 0;
        for (int point = kept.nextSetBit(0); point >= 0; point = kept.nextSetBit(point + 1)) {
            System.arraycopy(before, 3 * point, now, next, 3);
            next += 3;
        }
        return now;
    }

    /** The same triangles with the new point numbers and only the texture coordinates that they use. */
    Surface surface(Surface before) {
        Reduction uvs = new Reduction(before.uvs().length / 2);
        uvs.keep(before.uvCorners());
        float[] coordinates = new float[2 * uvs.kept.cardinality()];
        int next = 0;
        for (int uv = uvs.kept.nextSetBit(0); uv >= 0; uv = uvs.kept.nextSetBit(uv + 1)) {
            System.arraycopy(before.uvs(), 2 * uv, coordinates, next, 2);
            next += 2;
        }
        return new Surface(indices(before.corners()), uvs.indices(before.uvCorners()), coordinates);
    }

    /** The target restricted to the kept points that it moves. */
    Target target(float[] movesBefore) {
        float[] moves = coordinates(movesBefore);
        int[] points = java.util.stream.IntStream.range(0, moves.length / 3)
                .filter(p -> moves[3 * p] != 0 || moves[3 * p + 1] != 0 || moves[3 * p + 2] != 0)
                .toArray();
        float[] moving = new float[3 * points.length];
        for (int i = 0; i < points.length; i++) {
            System.arraycopy(moves, 3 * points[i], moving, 3 * i, 3);
        }
        return new Target(points, moving);
    }
}
