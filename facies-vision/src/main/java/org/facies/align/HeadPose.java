package org.facies.align;

import org.facies.detect.FivePoints;
import org.facies.image.Point;

/**
 * A rough estimate of the head's rotation from five points. The nose tip protrudes from the plane of the face by about
 * half the distance between the eyes, so its shift relative to eyes and mouth gives the angle. The error is about ten
 * degrees for a face within 45 degrees of frontal, and larger for unusual proportions. Use it for warnings, not as a
 * measurement.
 *
 * @param yawDegrees to the side; positive if the nose points to the right of the picture
 * @param pitchDegrees up and down; positive if the nose points down
 * @param rollDegrees in the plane of the picture; positive if rotated clockwise, −180 to 180
 */
public record HeadPose(double yawDegrees, double pitchDegrees, double rollDegrees) {

    /** The protrusion of the nose tip, and its height between eyes (0) and mouth (1), on an average face. */
    private static final double NOSE_PROTRUSION_EYE_DISTANCES = 0.5;

    private static final double NOSE_HEIGHT = 0.52;
    private static final double EYES_TO_MOUTH_EYE_DISTANCES = 1.1;

    /** Estimates the pose; coinciding points give a head turned by 90 degrees. */
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
