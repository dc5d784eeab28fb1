package org.facies.synth.portrait;

import org.facies.synth.raster.Texture;

/** The part of the skin's texture where hair grows, found from the short black hair painted in the assets. */
final class Scalp {

    private static final float HAIR_BELOW = 0.012f;
    private static final float SKIN_ABOVE = 0.045f;
    /** The left edge of the face in the texture, as a fraction of its side; the face is not part of the scalp. */
    private static final float FACE_LEFT = 0.775f;

    private static final float FACE_TOP = 0.37f;
    private static final float FACE_BOTTOM = 0.665f;
    private static final int BLUR_ROUNDS = 3;

    private Scalp() {}

    /** For each texel the density of hair, from 0 to 1. */
    static float[] of(Texture darkHaired) {
        int side = darkHaired.sidePx();
        float[] texels = darkHaired.texels();
        float[] scalp = new float[side * side];
        for (int i = 0; i < scalp.length; i++) {
            float x = (i % side + 0.5f) / side;
            int row = i / side;
            float y = (row + 0.5f) / side;
            boolean face = x > FACE_LEFT && y > FACE_TOP && y < FACE_BOTTOM;
            float red = texels[4 * i];
            scalp[i] = face ? 0 : LitMaterial.smooth(SKIN_ABOVE, HAIR_BELOW, red);
        }
        for (int round = 0; round < BLUR_ROUNDS; round++) {
            scalp = blurred(scalp, side);
        }
        return scalp;
    }

    private static float[] blurred(float[] from, int side) {
        float[] to = from.clone();
        for (int y = 1; y < side - 1; y++) {
            for (int x = 1; x < side - 1; x++) {
                float sum = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        sum += from[(y + dy) * side + x + dx];
                    }
                }
                to[y * side + x] = sum / 9;
            }
        }
        return to;
    }
}
