package org.facies.synth.portrait;

import org.facies.synth.mesh.Rotation;

/**
 * Turns a head on its neck and places it in front of the camera. The origin is the middle of the head, and the camera
 * is on the z axis.
 */
final class Pose {

    private static final double BODY_SHARE = 0.25;
    private static final double GAZE_YAW_LIMIT_DEGREES = 14;
    private static final double GAZE_PITCH_LIMIT_DEGREES = 6;

    private final Rotation head;
    private final Rotation body;
    private final double[] pivot;
    private final double[] middle;

    /**
     * A pose.
     *
     * @param pivot the point at which the neck bends
     * @param middle of the head before the rotation
     */
    Pose(Scene scene, double[] pivot, double[] middle) {
        this.head = turn(scene, 1, 1);
        this.body = turn(scene, BODY_SHARE, 0);
        this.pivot = pivot;
        this.middle = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            this.middle[axis] = head.turned(axis, middle[0] - pivot[0], middle[1] - pivot[1], middle[2] - pivot[2]);
        }
    }

    private static Rotation turn(Scene scene, double yawShare, double otherShare) {
        return Rotation.roll(scene.rollDegrees() * otherShare)
                .after(Rotation.yaw(scene.yawDegrees() * yawShare))
                .after(Rotation.pitch(scene.pitchDegrees() * otherShare));
    }

    /**
     * The points in the camera's coordinates.
     *
     * @param bend for each point how far it follows the head (1) rather than the body (0)
     */
    float[] place(float[] points, float[] bend) {
        float[] placed = new float[points.length];
        for (int i = 0; i < points.length; i += 3) {
            double x = points[i] - pivot[0];
            double y = points[i + 1] - pivot[1];
            double z = points[i + 2] - pivot[2];
            double share = bend[i / 3];
            for (int axis = 0; axis < 3; axis++) {
                double turned = share * head.turned(axis, x, y, z) + (1 - share) * body.turned(axis, x, y, z);
                placed[i + axis] = (float) (turned - middle[axis]);
            }
        }
        return placed;
    }

    /** An axis of the head in the camera's coordinates. */
    float[] headAxis(double x, double y, double z) {
        return new float[] {
            (float) head.turned(0, x, y, z), (float) head.turned(1, x, y, z), (float) head.turned(2, x, y, z)
        };
    }

    /**
     * The rotation of an eye in the head towards the camera, limited to a comfortable angle.
     *
     * @param convergenceDegrees additional angle to the viewer's right, because the camera is near
     */
    Rotation gaze(double convergenceDegrees) {
        Rotation back = head.inverse();
        double x = back.turned(0, 0, 0, 1);
        double y = back.turned(1, 0, 0, 1);
        double z = back.turned(2, 0, 0, 1);
        double yaw = Math.toDegrees(Math.atan2(x, z));
        double pitch = Math.toDegrees(Math.asin(y));
        return Rotation.yaw(clamp(yaw, GAZE_YAW_LIMIT_DEGREES) + convergenceDegrees)
                .after(Rotation.pitch(clamp(pitch, GAZE_PITCH_LIMIT_DEGREES)));
    }

    private static double clamp(double degrees, double limit) {
        return Math.max(-limit, Math.min(limit, degrees));
    }
}
