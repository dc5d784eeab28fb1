package org.facies.synth.portrait;

import org.facies.synth.mesh.Attachment;
import org.facies.synth.mesh.Rotation;
import org.facies.synth.raster.Material;
import org.facies.synth.raster.Texture;

/**
 * Two eyes that look into the camera.
 *
 * @param piece both eyeballs
 * @param centres x, y, z of the viewer's left and of the right one
 * @param radius of an eyeball
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one picture
record EyePair(Piece piece, float[] centres, double radius) {

    static EyePair of(Part part, Sculptor.Sculpture sculpture, Pose pose) {
        Attachment attachment = part.attachment();
        float[] points = attachment.place(sculpture.points(), sculpture.scale());
        float[] centres = centres(points);
        double radius = radius(points, centres);
        turn(points, centres, pose.gaze());
        float[] whole = new float[] {1, 1};
        return new EyePair(
                Piece.of(attachment.surface(), pose.place(points, part.bend()), part.casts()),
                pose.place(centres, whole),
                radius);
    }

    Material material(Lighting lighting, double cameraDistance, Texture texture, float[] headUp) {
        return new Eyes(piece, lighting, cameraDistance, texture, centres, headUp, radius);
    }

    /** Middles of the two eyeballs' bounding boxes, but for the depth, which leaves the cornea's bulge out. */
    private static float[] centres(float[] points) {
        float[] centres = new float[6];
        for (int eye = 0; eye < 2; eye++) {
            float[] least = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
            float[] most = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
            for (int i = 0; i < points.length; i += 3) {
                if (points[i] < 0 == (eye == 0)) {
                    for (int axis = 0; axis < 3; axis++) {
                        least[axis] = Math.min(least[axis], points[i + axis]);
                        most[axis] = Math.max(most[axis], points[i + axis]);
                    }
                }
            }
            centres[3 * eye] = (least[0] + most[0]) / 2;
            centres[3 * eye + 1] = (least[1] + most[1]) / 2;
            centres[3 * eye + 2] = least[2] + (most[1] - least[1]) / 2;
        }
        return centres;
    }

    private static double radius(float[] points, float[] centres) {
        double highest = 0;
        for (int i = 0; i < points.length; i += 3) {
            highest = Math.max(highest, points[i + 1] - centres[points[i] < 0 ? 1 : 4]);
        }
        return highest;
    }

    private static void turn(float[] points, float[] centres, Rotation gaze) {
        for (int i = 0; i < points.length; i += 3) {
            int eye = points[i] < 0 ? 0 : 3;
            double x = points[i] - centres[eye];
            double y = points[i + 1] - centres[eye + 1];
            double z = points[i + 2] - centres[eye + 2];
            for (int axis = 0; axis < 3; axis++) {
                points[i + axis] = (float) (centres[eye + axis] + gaze.turned(axis, x, y, z));
            }
        }
    }
}
