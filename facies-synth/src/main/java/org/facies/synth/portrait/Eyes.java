package org.facies.synth.portrait;

import org.facies.synth.raster.Fragment;
import org.facies.synth.raster.Texture;

/** Eyeballs: they reflect the key light, and the upper lid shades them. */
final class Eyes extends LitMaterial {

    /** Upper limit of the ratio of red to green in an iris, because the brown of the assets is too red. */
    private static final float REDDEST = 2.1f;

    private final Texture texture;
    private final float[] centres;
    private final float[] headUp;
    private final float radius;
    private final float[] colour = new float[4];

    /**
     * Both eyes.
     *
     * @param centres x, y, z of the eye at the viewer's left and then of the other
     * @param headUp the upright axis of the head
     */
    Eyes(
            Piece piece,
            Lighting lighting,
            double cameraDistance,
            Texture texture,
            float[] centres,
            float[] headUp,
            double radius) {
        super(piece, lighting, cameraDistance);
        this.texture = texture;
        this.centres = centres;
        this.headUp = headUp;
        this.radius = (float) radius;
    }

    @Override
    public void shade(Fragment f) {
        cutOut(f, texture, colour);
        if (f.alpha == 0) {
            return;
        }
        locate(f);
        colour[0] = Math.min(colour[0], REDDEST * colour[1] + 0.004f);
        int eye = x < (centres[0] + centres[3]) / 2 ? 0 : 3;
        float dx = x - centres[eye];
        float dy = y - centres[eye + 1];
        float dz = z - centres[eye + 2];
        normal(dx, dy, dz);
        float height = (dx * headUp[0] + dy * headUp[1] + dz * headUp[2]) / radius;
        float open = 1 - 0.5f * smooth(0.1f, 0.55f, height) - 0.2f * smooth(0.1f, 0.6f, -height);
        float side = 1 - 0.3f * smooth(0.45f, 0.85f, Math.abs(dx) / radius);
        float lit = Math.max(0, (keyCosine() + 0.2f) / 1.2f) * (0.3f + 0.7f * keyVisibility());
        float shade = open * side * 1.05f;
        float catchLight = smooth(0.984f, 0.992f, halfwayCosine()) * (0.25f + 0.75f * open);
        f.red = shade * colour[0] * (0.9f * ambient(f, 0) + lit * key(0)) + 0.55f * catchLight * key(0);
        f.green = shade * colour[1] * (0.9f * ambient(f, 1) + lit * key(1)) + 0.55f * catchLight * key(1);
        f.blue = shade * colour[2] * (0.9f * ambient(f, 2) + lit * key(2)) + 0.55f * catchLight * key(2);
    }
}
