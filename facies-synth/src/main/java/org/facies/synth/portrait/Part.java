package org.facies.synth.portrait;

import org.facies.synth.mesh.Attachment;
import org.facies.synth.raster.Texture;

/**
 * A part of a head as the studio stores it.
 *
 * @param bend for each point how far it follows the head's rotation, from 0 to 1
 * @param casts for each triangle whether it casts shadows
 * @param trimmed for each point whether hair is cut away there, because it would hang in front of an eye: below 0 not,
 *     above 1 fully
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never written to
record Part(Attachment attachment, float[] bend, boolean[] casts, float[] trimmed) {

    private static final float[] ADULT = {1, 1, 1};
    private static final float FRINGE_Y = 7.66f;
    private static final float FRINGE_X = 0.62f;
    private static final float FACE_Z = 0.9f;
    private static final float FRINGE_FADE = 0.08f;

    /**
     * Prepares a part.
     *
     * @param adult points of the adult base mesh
     * @param cover its texture; mostly transparent triangles cast no shadow
     */
    static Part of(Attachment attachment, float[] adult, Texture cover) {
        float[] points = attachment.place(adult, ADULT);
        float[] trimmed = trimmed(points);
        int[] pointsOf = attachment.surface().corners();
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
            float cut = trimmed[pointsOf[3 * t]] + trimmed[pointsOf[3 * t + 1]] + trimmed[pointsOf[3 * t + 2]];
            casts[t] = alpha > 0.5f && cut < 1.5f;
        }
        return new Part(attachment, bend(points), casts, trimmed);
    }

    /**
     * The region of trimmed hair in the adult base mesh: in front of the face, between the temples, below the eyebrows.
     */
    private static float[] trimmed(float[] points) {
        float[] trimmed = new float[points.length / 3];
        for (int i = 0; i < trimmed.length; i++) {
            float below = (FRINGE_Y - points[3 * i + 1]) / FRINGE_FADE;
            float between = (FRINGE_X - Math.abs(points[3 * i])) / FRINGE_FADE;
            float before = (points[3 * i + 2] - FACE_Z) / FRINGE_FADE;
            trimmed[i] = Math.max(-2, Math.min(3, Math.min(below, Math.min(between, before))));
        }
        return trimmed;
    }

    /** The neck bends between these heights of the adult base mesh, measured along a line that leans back. */
    static float[] bend(float[] points) {
        float[] bend = new float[points.length / 3];
        for (int i = 0; i < bend.length; i++) {
            bend[i] = LitMaterial.smooth(5.5f, 6.45f, points[3 * i + 1] + 0.3f * points[3 * i + 2]);
        }
        return bend;
    }
}
