package org.facies.synth.portrait;

import org.facies.synth.raster.Fragment;
import org.facies.synth.raster.Material;
import org.facies.synth.raster.Texture;

/**
 * A material under the studio's light. It computes normal, position and ambient light of a fragment before shading.
 */
abstract class LitMaterial implements Material {

    private final Piece piece;
    private final Lighting lighting;
    private final float[] ambientAtPoints;
    private final double cameraDistance;

    /** The current fragment's position, its unit normal on the viewer's side, and the unit vector to the camera. */
    protected float x;

    protected float y;
    protected float z;
    protected float nx;
    protected float ny;
    protected float nz;
    protected float vx;
    protected float vy;
    protected float vz;

    LitMaterial(Piece piece, Lighting lighting, double cameraDistance) {
        this.piece = piece;
        this.lighting = lighting;
        this.ambientAtPoints = lighting.ambient(piece.points(), piece.normals());
        this.cameraDistance = cameraDistance;
    }

    /** Computes the position of the fragment. */
    protected final void locate(Fragment f) {
        int[] corners = piece.surface().corners();
        int a = 3 * corners[3 * f.triangle];
        int b = 3 * corners[3 * f.triangle + 1];
        int c = 3 * corners[3 * f.triangle + 2];
        float[] p = piece.points();
        x = f.blend(p[a], p[b], p[c]);
        y = f.blend(p[a + 1], p[b + 1], p[c + 1]);
        z = f.blend(p[a + 2], p[b + 2], p[c + 2]);
        float[] n = piece.normals();
        normal(f.blend(n[a], n[b], n[c]), f.blend(n[a + 1], n[b + 1], n[c + 1]), f.blend(n[a + 2], n[b + 2], n[c + 2]));
        float dz = (float) cameraDistance - z;
        float distance = (float) Math.sqrt(x * x + y * y + dz * dz);
        vx = -x / distance;
        vy = -y / distance;
        vz = dz / distance;
    }

    protected final void normal(float ux, float uy, float uz) {
        float scale = 1 / (float) Math.sqrt(ux * ux + uy * uy + uz * uz + 1e-12f);
        nx = ux * scale;
        ny = uy * scale;
        nz = uz * scale;
    }

    /** Turns the normal to the viewer, for sheets that are visible from both sides. */
    protected final void faceViewer() {
        if (nx * vx + ny * vy + nz * vz < 0) {
            nx = -nx;
            ny = -ny;
            nz = -nz;
        }
    }

    protected final float ambient(Fragment f, int channel) {
        int[] corners = piece.surface().corners();
        return f.blend(
                ambientAtPoints[3 * corners[3 * f.triangle] + channel],
                ambientAtPoints[3 * corners[3 * f.triangle + 1] + channel],
                ambientAtPoints[3 * corners[3 * f.triangle + 2] + channel]);
    }

    protected final float keyCosine() {
        float[] key = lighting.keyDirection();
        return key[0] * nx + key[1] * ny + key[2] * nz;
    }

    protected final float keyVisibility() {
        return lighting.keyVisibility(x, y, z);
    }

    protected final float key(int channel) {
        return lighting.keyLight()[channel];
    }

    protected final float[] keyDirection() {
        return lighting.keyDirection();
    }

    /** Cosine between the normal and the direction halfway from the key light to the camera. */
    protected final float halfwayCosine() {
        float[] key = lighting.keyDirection();
        float hx = key[0] + vx;
        float hy = key[1] + vy;
        float hz = key[2] + vz;
        return (hx * nx + hy * ny + hz * nz) / (float) Math.sqrt(hx * hx + hy * hy + hz * hz);
    }

    /** A texture coordinate of the fragment: 0 is u, 1 is v. */
    protected final float uv(Fragment f, int which) {
        float[] uvs = piece.surface().uvs();
        int[] corners = piece.surface().uvCorners();
        return f.blend(
                uvs[2 * corners[3 * f.triangle] + which],
                uvs[2 * corners[3 * f.triangle + 1] + which],
                uvs[2 * corners[3 * f.triangle + 2] + which]);
    }

    /** Samples the fragment's texture: opaque where the texture covers more than half, otherwise transparent. */
    protected final void cutOut(Fragment f, Texture texture, float[] colour) {
        texture.sample(uv(f, 0), uv(f, 1), f.footprint, colour);
        f.alpha = colour[3] > 0.5f ? 1 : 0;
    }

    /** Interpolates a value that is given at the piece's points. */
    protected final float atPoints(Fragment f, float[] values) {
        int[] corners = piece.surface().corners();
        return f.blend(
                values[corners[3 * f.triangle]],
                values[corners[3 * f.triangle + 1]],
                values[corners[3 * f.triangle + 2]]);
    }

    /** A smooth step from 0 at one edge to 1 at the other. */
    protected static float smooth(float from, float to, float value) {
        float t = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    protected static float power(float base, int squarings) {
        float power = Math.max(0, base);
        for (int i = 0; i < squarings; i++) {
            power *= power;
        }
        return power;
    }
}
