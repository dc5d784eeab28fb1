package org.facies.synth.portrait;

import org.facies.synth.raster.Fragment;

/** Plain cloth of one colour, ribbed along the neckline. */
final class Cloth extends LitMaterial {

    private final float[] colour;
    private final float[] belowNeckline;
    private final float[] ribs;

    Cloth(Piece piece, Lighting lighting, double cameraDistance, float[] colour, float[] belowNeckline, float[] ribs) {
        super(piece, lighting, cameraDistance);
        this.colour = colour;
        this.belowNeckline = belowNeckline;
        this.ribs = ribs;
    }

    @Override
    public void shade(Fragment f) {
        float below = atPoints(f, belowNeckline);
        f.alpha = below < 0 ? 0 : 1;
        if (f.alpha == 0) {
            return;
        }
        locate(f);
        float fromNeck = atPoints(f, ribs);
        float seam = 1 - 0.3f * smooth(0.97f, 1, fromNeck) * smooth(1.03f, 1, fromNeck);
        float edge = 0.75f + 0.25f * smooth(0, 0.03f, below);
        float weave = 1 + 0.06f * Noise.value(x * 60, y * 60) + 0.05f * Noise.value(x * 7, y * 5);
        float rib = fromNeck < 1 ? 0.94f : 1;
        float lit = Math.max(0, (keyCosine() + 0.1f) / 1.1f) * keyVisibility();
        float shade = seam * edge * weave * rib;
        f.red = shade * colour[0] * (ambient(f, 0) + lit * key(0));
        f.green = shade * colour[1] * (ambient(f, 1) + lit * key(1));
        f.blue = shade * colour[2] * (ambient(f, 2) + lit * key(2));
    }
}
