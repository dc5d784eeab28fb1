package org.facies.synth.portrait;

import org.facies.synth.mesh.Attachment;
import org.facies.synth.raster.Texture;

/**
 * A part of a head as the studio keeps it.
 *
 * @param bend for each point how far it goes with the head
 * @param casts for each triangle whether it throws shadows
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never written to
record Part(Attachment attachment, float[] bend, boolean[] casts) {

    private static final float[] ADULT = {1, 1, 1};

    /**
     * Prepares a part.
     *
     * @param adult points of the sculptor's adult
     * @param cover its texture; what is mostly transparent throws no shadow
     */
    static Part of(Attachment attachment, float[] adult, Texture cover) {
        float[] bend = bend(attachment.place(adult, ADULT));
        int[] corners = attachment.surface().uvCorners();
        float[] uvs = attachment.surface().uvs();
        boolean[] casts = new boolean[corners.length / 3];
        float[] colour = new float[4];
        for (int t = 0; t < casts.length; t++) {
            float alpha = 0;
            for (int i = 0; i < 3; i++) {
                int corner = 2 * corners[3 * t + i];
                int next = 2 * corners[3 * t + (i + 1) % 3];
                cover.sample((uvs[corner] + uvs[next]) / 2, (uvs[corner + 1] + uvs[next + 1]) / 2, 0, colour);
                alpha += colour[3] / 3;
            }
            casts[t] = alpha > 0.5f;
        }
        return new Part(attachment, bend, casts);
    }

    /** The neck bends between these heights of the sculptor's adult, measured along a line that leans back. */
    static float[] bend(float[] points) {
        float[] bend = new float[points.length / 3];
        for (int i = 0; i < bend.length; i++) {
            bend[i] = LitMaterial.smooth(5.5f, 6.45f, points[3 * i + 1] + 0.3f * points[3 * i + 2]);
        }
        return bend;
    }
}
