package org.facies.synth.raster;

import java.util.Arrays;
import org.facies.synth.mesh.Surface;

/**
 * A shadow map for a distant light: on a grid across the light's direction, how far towards the light objects reach. A
 * point that is farther from the light is in shadow.
 */
public final class DepthMap {

    private final int sidePx;
    private final float scale;
    private final float[] right;
    private final float[] up;
    private final float[] towards;
    private final float[] reach;

    /**
     * An empty map around the origin.
     *
     * @param towards the direction to the light, a unit vector
     * @param radius objects farther than this from the origin cast no shadow
     */
    public DepthMap(float[] towards, double radius, int sidePx) {
        this.sidePx = sidePx;
        this.scale = (float) (sidePx / (2 * radius));
        this.towards = towards.clone();
        this.right = across(towards);
        this.up = cross(towards, right);
        this.reach = new float[sidePx * sidePx];
        Arrays.fill(reach, Float.NEGATIVE_INFINITY);
    }

    private static float[] across(float[] axis) {
        float[] helper = Math.abs(axis[1]) < 0.9 ? new float[] {0, 1, 0} : new float[] {1, 0, 0};
        float[] across = cross(helper, axis);
        float length = (float) Math.sqrt(dot(across, across[0], across[1], across[2]));
        return new float[] {across[0] / length, across[1] / length, across[2] / length};
    }

    private static float[] cross(float[] a, float[] b) {
        return new float[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static float dot(float[] a, float x, float y, float z) {
        return a[0] * x + a[1] * y + a[2] * z;
    }

    /**
     * Adds an object that casts shadows.
     *
     * @param casts for each triangle whether it casts shadows
     */
    public void add(Surface surface, float[] points, boolean[] casts) {
        float[] placed = new float[points.length];
        for (int i = 0; i < points.length; i += 3) {
            placed[i] = column(points[i], points[i + 1], points[i + 2]);
            placed[i + 1] = row(points[i], points[i + 1], points[i + 2]);
            placed[i + 2] = dot(towards, points[i], points[i + 1], points[i + 2]);
        }
        int[] corners = surface.corners();
        for (int triangle = 0; triangle < casts.length; triangle++) {
            if (casts[triangle]) {
                fill(placed, 3 * corners[3 * triangle], 3 * corners[3 * triangle + 1], 3 * corners[3 * triangle + 2]);
            }
        }
    }

    private float column(float x, float y, float z) {
        return sidePx / 2f + scale * dot(right, x, y, z);
    }

    private float row(float x, float y, float z) {
        return sidePx / 2f + scale * dot(up, x, y, z);
    }

    private void fill(float[] p, int a, int b, int c) {
        float doubleArea = (p[b] - p[a]) * (p[c + 1] - p[a + 1]) - (p[c] - p[a]) * (p[b + 1] - p[a + 1]);
        if (doubleArea == 0) {
            return;
        }
        int left = (int) Math.max(0, Math.floor(Math.min(p[a], Math.min(p[b], p[c]))));
        int end = (int) Math.min(sidePx - 1, Math.floor(Math.max(p[a], Math.max(p[b], p[c]))));
        int top = (int) Math.max(0, Math.floor(Math.min(p[a + 1], Math.min(p[b + 1], p[c + 1]))));
        int bottom = (int) Math.min(sidePx - 1, Math.floor(Math.max(p[a + 1], Math.max(p[b + 1], p[c + 1]))));
        float stepA = (p[b + 1] - p[c + 1]) / doubleArea;
        float stepB = (p[c + 1] - p[a + 1]) / doubleArea;
        for (int row = top; row <= bottom; row++) {
            float x = left + 0.5f;
            float y = row + 0.5f;
            float startA = ((p[b] - x) * (p[c + 1] - y) - (p[c] - x) * (p[b + 1] - y)) / doubleArea;
            float startB = ((p[c] - x) * (p[a + 1] - y) - (p[a] - x) * (p[c + 1] - y)) / doubleArea;
            for (int column = left; column <= end; column++) {
                float wa = startA + (column - left) * stepA;
                float wb = startB + (column - left) * stepB;
                float wc = 1 - wa - wb;
                if (wa >= 0 && wb >= 0 && wc >= 0) {
                    float depth = wa * p[a + 2] + wb * p[b + 2] + wc * p[c + 2];
                    int at = row * sidePx + column;
                    reach[at] = Math.max(reach[at], depth);
                }
            }
        }
    }

    /**
     * Whether the light reaches a point: 1 if it does, 0 in shadow.
     *
     * @param bias tolerance of the depth comparison
     */
    public float visibility(float x, float y, float z, float bias) {
        int column = (int) column(x, y, z);
        int row = (int) row(x, y, z);
        boolean outside = column < 0 || row < 0 || column >= sidePx || row >= sidePx;
        return outside || reach[row * sidePx + column] <= dot(towards, x, y, z) + bias ? 1 : 0;
    }

    /**
     * The fraction of a large light that reaches a point, from 0 to 1: the mean over neighbouring grid cells, linear
     * between cells; 1 at the edge of the map and outside.
     *
     * @param reachCells number of cells to each side
     */
    public float softVisibility(float x, float y, float z, float bias, int reachCells) {
        float column = column(x, y, z) - 0.5f;
        float row = row(x, y, z) - 0.5f;
        int left = (int) Math.floor(column);
        int top = (int) Math.floor(row);
        float fx = column - left;
        float fy = row - top;
        float depth = dot(towards, x, y, z) + bias;
        boolean within = left >= reachCells
                && top >= reachCells
                && left + reachCells + 1 < sidePx
                && top + reachCells + 1 < sidePx;
        if (!within) {
            return 1;
        }
        float sum = 0;
        for (int dy = -reachCells; dy <= reachCells + 1; dy++) {
            float wy = dy == -reachCells ? 1 - fy : dy == reachCells + 1 ? fy : 1;
            for (int dx = -reachCells; dx <= reachCells + 1; dx++) {
                float wx = dx == -reachCells ? 1 - fx : dx == reachCells + 1 ? fx : 1;
                sum += reach[(top + dy) * sidePx + left + dx] <= depth ? wx * wy : 0;
            }
        }
        int cells = 2 * reachCells + 1;
        return sum / (cells * cells);
    }
}
