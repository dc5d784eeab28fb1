package org.facies.synth.portrait;

import org.facies.synth.mesh.Attachment;
import org.facies.synth.mesh.Rotation;
import org.facies.synth.raster.Material;
import org.facies.synth.raster.Texture;

/**
 * Two eyes that look into the camera.
 *
 * @param piece both eyeballs
 * @param centres x, y, z of the eye at the viewer's left and then of the other
 * @param radius of an eyeball
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one picture
record EyePair(Piece piece, float[] centres, double radius) {

    /** Convergence for a camera a few metres away. */
    private static final double CONVERGENCE_DEGREES = 1;

    static EyePair of(Part part, Sculptor.Sculpture sculpture, Pose pose) {
        Attachment attachment = part.attachment();
        float[] points = attachment.place(sculpture.points(), sculpture.scale());
        Ball left = Ball.of(points, -1);
        Ball right = Ball.of(points, 1);
        turn(points, -1, pose.gaze(CONVERGENCE_DEGREES), left);
        turn(points, 1, pose.gaze(-CONVERGENCE_DEGREES), right);
        float[] centres = {left.x(), left.y(), left.z(), right.x(), right.y(), right.z()};
        return new EyePair(
                Piece.of(attachment.surface(), pose.place(points, part.bend()), part.casts()),
                pose.place(centres, new float[] {1, 1}),
                (left.radius() + right.radius()) / 2);
    }

    Material material(Lighting lighting, double cameraDistance, Texture texture, float[] headUp) {
        return new Eyes(piece, lighting, cameraDistance, texture, centres, headUp, radius);
    }

    private static void turn(float[] points, int side, Rotation gaze, Ball ball) {
        for (int i = 0; i < points.length; i += 3) {
            if (points[i] * side > 0) {
                double x = points[i] - ball.x();
                double y = points[i + 1] - ball.y();
                double z = points[i + 2] - ball.z();
                points[i] = (float) (ball.x() + gaze.turned(0, x, y, z));
                points[i + 1] = (float) (ball.y() + gaze.turned(1, x, y, z));
                points[i + 2] = (float) (ball.z() + gaze.turned(2, x, y, z));
            }
        }
    }
}
