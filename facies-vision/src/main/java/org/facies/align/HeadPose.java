package org.facies.align;

import org.facies.detect.FivePoints;
import org.facies.image.Point;

/**
 * A rough reading of how the head is turned, from five points. The nose tip stands out of the plane of the face by
 * about half the distance of the eyes, so its shift against eyes and mouth tells the angle. Good to about ten degrees
 * for a face within 45 degrees of frontal, and worse for unusual proportions; meant for warnings, not for measuring.
 *
 * @param yawDegrees to the side; positive when the nose points to the right of the picture
 * @param pitchDegrees up and down; positive when the nose points down
 * @param rollDegrees in the plane of the picture; positive when turned clockwise, −180 to 180
 */
public record HeadPose(double yawDegrees, double pitchDegrees, double rollDegrees) {

    /** How far the nose tip stands out, and where it lies between eyes (0) and mouth (1), on an average face. */
    private static final double NOSE_PROTRUSION_EYE_DISTANCES = 0.5;

    private static final double NOSE_HEIGHT = 0.52;
    private static final double EYES_TO_MOUTH_EYE_DISTANCES = 1.1;

    /** Reads the pose; points that fall together give a head turned by 90 degrees. */
    public static HeadPose of(FivePoints points) {
        Point eyes = points.betweenEyes();
        Point mouth = points.mouthCentre();
        double roll = Math.atan2(
                points.rightEye().y() - points.leftEye().y(),
                points.rightEye().x() - points.leftEye().x());
        Point nose = turned(points.nose().plus(-eyes.x(), -eyes.y()), -roll);
        Point chin = turned(mouth.plus(-eyes.x(), -eyes.y()), -roll);
        double noseHeight = nose.y() / chin.y();
        double sideways = nose.x() - chin.x() * noseHeight;
        double yaw = Math.atan(sideways / (NOSE_PROTRUSION_EYE_DISTANCES * points.eyeDistancePx()));
        double pitch =
                Math.atan((noseHeight - NOSE_HEIGHT) * EYES_TO_MOUTH_EYE_DISTANCES / NOSE_PROTRUSION_EYE_DISTANCES);
        return new HeadPose(degrees(yaw), degrees(pitch), degrees(roll));
    }

    private static Point turned(Point p, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Point(cos * p.x() - sin * p.y(), sin * p.x() + cos * p.y());
    }

    private static double degrees(double radians) {
        return Double.isNaN(radians) ? 90 : Math.toDegrees(radians);
    }
}
