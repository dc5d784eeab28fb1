package org.facies.synth.portrait;

import org.facies.synth.raster.Fragment;
import org.facies.synth.raster.Texture;

/**
 * Skin. Light scatters below the surface and wraps around it, red light farthest. It has a soft sheen and pores.
 */
final class Skin extends LitMaterial {

    /** The reach of each colour beyond the terminator. */
    private static final float[] WRAP = {0.32f, 0.17f, 0.12f};

    private static final float SHEEN = 0.16f;
    private static final float PORES_PER_TEXTURE = 1100;
    private static final float BLOTCHES_PER_TEXTURE = 90;

    private final Texture texture;
    private final float[] belowNeckline;
    private final float[] colour = new float[4];

    Skin(Piece piece, Lighting lighting, double cameraDistance, Texture texture, float[] belowNeckline) {
        super(piece, lighting, cameraDistance);
        this.texture = texture;
        this.belowNeckline = belowNeckline;
    }

    @Override
    public void shade(Fragment f) {
        f.alpha = atPoints(f, belowNeckline) > 0.12f ? 0 : 1;
        if (f.alpha == 0) {
            return;
        }
        locate(f);
        float u = uv(f, 0);
        float v = uv(f, 1);
        texture.sample(u, v, f.footprint, colour);
        float pores = Noise.value(u * PORES_PER_TEXTURE, v * PORES_PER_TEXTURE);
        float blotches = Noise.value(u * BLOTCHES_PER_TEXTURE, v * BLOTCHES_PER_TEXTURE);
        float mottle = 1 + 0.05f * pores + 0.05f * blotches;
        float cosine = keyCosine();
        float visible = keyVisibility();
        float facing = Math.max(0, nx * vx + ny * vy + nz * vz);
        float grazing = power(1 - facing, 2);
        float gloss = SHEEN * power(halfwayCosine(), 4) * Math.max(0, cosine) * visible * (1 + 0.5f * pores);
        f.red = light(f, 0, cosine, visible) * colour[0] * mottle + gloss * key(0) + 0.05f * grazing * ambient(f, 0);
        f.green = light(f, 1, cosine, visible) * colour[1] * (mottle - 0.03f * blotches)
                + gloss * key(1)
                + 0.05f * grazing * ambient(f, 1);
        f.blue = light(f, 2, cosine, visible) * colour[2] * (mottle - 0.03f * blotches)
                + gloss * key(2)
                + 0.05f * grazing * ambient(f, 2);
    }

    private float light(Fragment f, int channel, float cosine, float visible) {
        float wrap = WRAP[channel];
        float wrapped = Math.max(0, (cosine + wrap) / (1 + wrap));
        float bled = visible + wrap * 0.6f * visible * (1 - visible);
        return ambient(f, channel) + key(channel) * wrapped * wrapped * (1.1f - 0.1f * wrapped) * bled;
    }
}
