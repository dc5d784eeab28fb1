package org.facies.synth.portrait;

import org.facies.synth.raster.Texture;

/** Hair without its colour: the lightness of each strand relative to the texture's mean, and the coverage. */
final class Strands {

    private static final float LEAST = 0.25f;
    private static final float MOST = 2.5f;

    private Strands() {}

    static Texture of(Texture coloured) {
        float[] from = coloured.texels();
        double light = 0;
        double cover = 1e-6;
        for (int i = 0; i < from.length; i += 4) {
            light += from[i] + from[i + 1] + from[i + 2];
            cover += from[i + 3];
        }
        float mean = (float) (light / cover) + 0.01f;
        float[] to = new float[from.length];
        for (int i = 0; i < from.length; i += 4) {
            float alpha = from[i + 3];
            if (alpha > 0) {
                float ratio = ((from[i] + from[i + 1] + from[i + 2]) / alpha + 0.01f) / mean;
                float lightness = Math.max(LEAST, Math.min(MOST, (float) Math.sqrt(ratio)));
                to[i] = lightness * alpha;
                to[i + 1] = to[i];
                to[i + 2] = to[i];
                to[i + 3] = alpha;
            }
        }
        return Texture.of(to, coloured.sidePx());
    }
}
