package org.facies.synth.portrait;

import org.facies.synth.raster.Fragment;
import org.facies.synth.raster.Texture;

/**
 * Hair. The texture gives the place and the lightness of the strands, the tint their colour. A band of gloss runs
 * across the strands (Kajiya and Kay 1989).
 */
final class Hair extends LitMaterial {

    private static final float ENDS_PER_TEXTURE = 160;

    private final Texture strands;
    private final float[] tint;
    private final float gloss;
    private final float density;
    private final float[] down;
    private final float[] trimmed;
    private final float[] colour = new float[4];

    /**
     * Hair of one colour.
     *
     * @param strands lightness (1 is the mean of the style) in the colour channels, coverage in alpha
     * @param tint linear light
     * @param gloss strength of the highlight
     * @param density factor on the coverage
     * @param down direction of the hanging strands, a unit vector
     * @param trimmed for each point whether it is cut away: below 0 not, above 1 fully
     */
    Hair(
            Piece piece,
            Lighting lighting,
            double cameraDistance,
            Texture strands,
            float[] tint,
            float gloss,
            float density,
            float[] down,
            float[] trimmed) {
        super(piece, lighting, cameraDistance);
        this.strands = strands;
        this.tint = tint;
        this.gloss = gloss;
        this.density = density;
        this.down = down;
        this.trimmed = trimmed;
    }

    @Override
    public void shade(Fragment f) {
        float u = uv(f, 0);
        float v = uv(f, 1);
        strands.sample(u, v, f.footprint, colour);
        f.alpha = Math.min(1, colour[3] * density) * left(f, u, v);
        if (f.alpha < 0.01f) {
            f.alpha = 0;
            return;
        }
        locate(f);
        faceViewer();
        float lightness = colour[0] / colour[3];
        float visible = keyVisibility();
        float lit = Math.max(0, (keyCosine() + 0.25f) / 1.25f) * visible;
        float shine = gloss * strandShine() * visible * lightness;
        f.red = tint[0] * lightness * (ambient(f, 0) + lit * key(0)) + shine * (0.3f + tint[0]) * key(0);
        f.green = tint[1] * lightness * (ambient(f, 1) + lit * key(1)) + shine * (0.3f + tint[1]) * key(1);
        f.blue = tint[2] * lightness * (ambient(f, 2) + lit * key(2)) + shine * (0.3f + tint[2]) * key(2);
    }

    /** The coverage after trimming, with ends of unequal length. */
    private float left(Fragment f, float u, float v) {
        float cut = atPoints(f, trimmed);
        return cut <= -0.5f ? 1 : smooth(1, 0, cut + 0.3f * Noise.value(u * ENDS_PER_TEXTURE, v * ENDS_PER_TEXTURE));
    }

    private float strandShine() {
        float along = down[0] * nx + down[1] * ny + down[2] * nz;
        float tx = down[0] - along * nx;
        float ty = down[1] - along * ny;
        float tz = down[2] - along * nz;
        float length = (float) Math.sqrt(tx * tx + ty * ty + tz * tz) + 1e-6f;
        float[] key = keyDirection();
        float hx = key[0] + vx;
        float hy = key[1] + vy;
        float hz = key[2] + vz;
        float half = (float) Math.sqrt(hx * hx + hy * hy + hz * hz);
        float cosine = (tx * hx + ty * hy + tz * hz) / (length * half);
        return power((float) Math.sqrt(Math.max(0, 1 - cosine * cosine)), 5) * Math.max(0, keyCosine() + 0.2f);
    }
}
