package org.facies.synth.mesh;

/**
 * Triangles over points that are stored elsewhere. Arrays are shared and never written to.
 *
 * @param corners three point indices for each triangle, counter-clockwise seen from outside
 * @param uvCorners three indices into {@code uvs} for each triangle
 * @param uvs u and v in turn, v measured from the bottom of the texture
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose: a copy for each photo would cost more than drawing it
public record Surface(int[] corners, int[] uvCorners, float[] uvs) {

    public Surface {
        if (corners.length != uvCorners.length || corners.length % 3 != 0) {
            throw new IllegalArgumentException(corners.length + " corners, " + uvCorners.length + " texture corners");
        }
    }

    public int triangles() {
        return corners.length / 3;
    }

    /**
     * Unit normals at the points, each the mean of its triangles' normals weighted by their areas; 0 for a point
     * without a triangle.
     *
     * @param points x, y, z in turn
     * @return of the same length
     */
    public float[] normals(float[] points) {
        float[] normals = new float[points.length];
        for (int t = 0; t < corners.length; t += 3) {
            addTriangle(points, 3 * corners[t], 3 * corners[t + 1], 3 * corners[t + 2], normals);
        }
        for (int i = 0; i < normals.length; i += 3) {
            double length = Math.sqrt(
                    normals[i] * normals[i] + normals[i + 1] * normals[i + 1] + normals[i + 2] * normals[i + 2]);
            float scale = length > 0 ? (float) (1 / length) : 0;
            normals[i] *= scale;
            normals[i + 1] *= scale;
            normals[i + 2] *= scale;
        }
        return normals;
    }

    private static void addTriangle(float[] p, int a, int b, int c, float[] normals) {
        float ux = p[b] - p[a];
        float uy = p[b + 1] - p[a + 1];
        float uz = p[b + 2] - p[a + 2];
        float vx = p[c] - p[a];
        float vy = p[c + 1] - p[a + 1];
        float vz = p[c + 2] - p[a + 2];
        float nx = uy * vz - uz * vy;
        float ny = uz * vx - ux * vz;
        float nz = ux * vy - uy * vx;
        for (int at : new int[] {a, b, c}) {
            normals[at] += nx;
            normals[at + 1] += ny;
            normals[at + 2] += nz;
        }
    }
}
