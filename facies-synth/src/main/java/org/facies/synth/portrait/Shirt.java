package org.facies.synth.portrait;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facies.synth.asset.HeadAssets;
import org.facies.synth.mesh.Surface;

/**
 * A plain shirt: the shoulders, smoothed and slightly enlarged. It hangs straight down from their lower edge and is cut
 * off along a plane around the neck.
 */
final class Shirt {

    /** The neckline in the adult base mesh: a plane that is low in front and high behind. */
    private static final double FRONT_Y = 5.6;

    private static final double FRONT_Z = 0.75;
    private static final double SLOPE = 0.36;

    private static final double NECK_Z = 0.15;
    private static final double RIBS_RADIUS = 0.84;
    private static final double HANGS_BELOW_Y = 5.5;
    private static final float HANG = 6;
    private static final int SMOOTHING_ROUNDS = 4;
    private static final float LOOSENESS = 0.05f;

    private final int[] bodyPoints;
    private final int[] hangingFrom;
    private final Surface surface;
    private final int[][] neighbours;
    private final float[] belowNeckline;
    private final float[] ribs;

    Shirt(HeadAssets assets) {
        float[] base = assets.points();
        int[] corners = assets.shoulders().corners();
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        int[] worn = new int[corners.length];
        int count = 0;
        for (int t = 0; t < corners.length; t += 3) {
            if (Arrays.stream(corners, t, t + 3).anyMatch(p -> belowNeckline(base, p) > -0.15)) {
                for (int i = 0; i < 3; i++) {
                    worn[count++] = numbers.computeIfAbsent(corners[t + i], p -> numbers.size());
                }
            }
        }
        worn = Arrays.copyOf(worn, count);
        this.bodyPoints = numbers.keySet().stream().mapToInt(p -> p).toArray();
        int[] hem = hem(worn, base);
        this.hangingFrom = Arrays.stream(hem).distinct().toArray();
        this.surface = withHem(worn, hem);
        this.neighbours = neighbours(worn, bodyPoints.length);
        this.belowNeckline = new float[bodyPoints.length + hangingFrom.length];
        this.ribs = new float[belowNeckline.length];
        Arrays.fill(belowNeckline, HANG);
        Arrays.fill(ribs, HANG);
        for (int i = 0; i < bodyPoints.length; i++) {
            belowNeckline[i] = belowNeckline(base, bodyPoints[i]);
            ribs[i] = (float) (Math.hypot(base[3 * bodyPoints[i]], base[3 * bodyPoints[i] + 2] - NECK_Z) / RIBS_RADIUS);
        }
    }

    /** The distance of a point of the adult base mesh below the neckline; negative above it. */
    static float belowNeckline(float[] base, int point) {
        return (float) (FRONT_Y + SLOPE * (FRONT_Z - base[3 * point + 2]) - base[3 * point + 1]);
    }

    /** Low edges that belong to only one triangle, as start and end in turn. */
    private int[] hem(int[] worn, float[] base) {
        Map<Long, Integer> uses = new HashMap<>();
        forEachEdge(worn, (from, to) -> uses.merge(key(from, to), 1, Integer::sum));
        int[] hem = new int[2 * worn.length];
        int[] count = {0};
        forEachEdge(worn, (from, to) -> {
            boolean low =
                    base[3 * bodyPoints[from] + 1] < HANGS_BELOW_Y && base[3 * bodyPoints[to] + 1] < HANGS_BELOW_Y;
            if (low && uses.get(key(from, to)) == 1) {
                hem[count[0]++] = from;
                hem[count[0]++] = to;
            }
        });
        return Arrays.copyOf(hem, count[0]);
    }

    private interface EdgeTaker {
        void take(int from, int to);
    }

    private static void forEachEdge(int[] corners, EdgeTaker taker) {
        for (int i = 0; i < corners.length; i++) {
            taker.take(corners[i], corners[i % 3 == 2 ? i - 2 : i + 1]);
        }
    }

    private static long key(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }

    private Surface withHem(int[] worn, int[] hem) {
        Map<Integer, Integer> below = new HashMap<>();
        for (int i = 0; i < hangingFrom.length; i++) {
            below.put(hangingFrom[i], bodyPoints.length + i);
        }
        int[] corners = Arrays.copyOf(worn, worn.length + 3 * hem.length);
        int next = worn.length;
        for (int i = 0; i < hem.length; i += 2) {
            int from = hem[i];
            int to = hem[i + 1];
            for (int corner : new int[] {to, from, below.get(from), to, below.get(from), below.get(to)}) {
                corners[next++] = corner;
            }
        }
        int[] uvCorners = new int[corners.length];
        return new Surface(corners, uvCorners, new float[2]);
    }

    private static int[][] neighbours(int[] worn, int points) {
        Map<Integer, java.util.Set<Integer>> sets = new HashMap<>();
        forEachEdge(worn, (from, to) -> {
            sets.computeIfAbsent(from, p -> new java.util.TreeSet<>()).add(to);
            sets.computeIfAbsent(to, p -> new java.util.TreeSet<>()).add(from);
        });
        int[][] neighbours = new int[points][];
        for (int i = 0; i < points; i++) {
            neighbours[i] = sets.get(i).stream().mapToInt(p -> p).toArray();
        }
        return neighbours;
    }

    Surface surface() {
        return surface;
    }

    /** The distance of each point below the neckline, in decimetres of the base mesh. */
    float[] belowNeckline() {
        return belowNeckline;
    }

    /** The distance of each point from the middle of the neck; the ribbed band ends at 1. */
    float[] ribs() {
        return ribs;
    }

    /**
     * The points of the shirt on a body.
     *
     * @param body points of the posed head and shoulders
     * @param size of the body relative to the adult base mesh
     */
    float[] worn(float[] body, double size) {
        float[] points = new float[3 * (bodyPoints.length + hangingFrom.length)];
        for (int i = 0; i < bodyPoints.length; i++) {
            System.arraycopy(body, 3 * bodyPoints[i], points, 3 * i, 3);
        }
        for (int round = 0; round < SMOOTHING_ROUNDS; round++) {
            smooth(points);
        }
        float[] normals = surface.normals(points);
        for (int i = 0; i < 3 * bodyPoints.length; i++) {
            points[i] += (float) (LOOSENESS * size * normals[i]);
        }
        for (int i = 0; i < hangingFrom.length; i++) {
            int at = 3 * (bodyPoints.length + i);
            System.arraycopy(points, 3 * hangingFrom[i], points, at, 3);
            points[at + 1] -= (float) (HANG * size);
        }
        return points;
    }

    /** Moves points below the neckline halfway to the mean of their neighbours. */
    private void smooth(float[] points) {
        float[] before = points.clone();
        for (int i = 0; i < neighbours.length; i++) {
            float share = Math.max(0, Math.min(0.5f, belowNeckline[i] * 2));
            for (int axis = 0; axis < 3; axis++) {
                float mean = 0;
                for (int neighbour : neighbours[i]) {
                    mean += before[3 * neighbour + axis] / neighbours[i].length;
                }
                points[3 * i + axis] += share * (mean - before[3 * i + axis]);
            }
        }
    }
}
