package org.facies.synth.portrait;

import org.facies.synth.raster.Fragment;
import org.facies.synth.raster.Texture;

/** Teeth and tongue: glossy, and dark in the depth of the mouth. */
final class Mouth extends LitMaterial {

    private final Texture texture;
    private final float[] colour = new float[4];

    Mouth(Piece piece, Lighting lighting, double cameraDistance, Texture texture) {
        super(piece, lighting, cameraDistance);
        this.texture = texture;
    }

    @Override
    public void shade(Fragment f) {
        cutOut(f, texture, colour);
        if (f.alpha == 0) {
            return;
        }
        locate(f);
        float visible = keyVisibility();
        float lit = Math.max(0, (keyCosine() + 0.3f) / 1.3f) * (0.15f + 0.85f * visible);
        float gloss = 0.12f * power(halfwayCosine(), 6) * visible;
        f.red = 0.8f * colour[0] * (ambient(f, 0) + lit * key(0)) + gloss;
        f.green = 0.76f * colour[1] * (ambient(f, 1) + lit * key(1)) + gloss;
        f.blue = 0.66f * colour[2] * (ambient(f, 2) + lit * key(2)) + gloss;
    }
}
