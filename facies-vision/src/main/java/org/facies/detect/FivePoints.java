package org.facies.detect;

import java.util.List;
import org.facies.image.Point;

/**
 * The five points by which a face is aligned. Left and right are those of the picture, not of the person.
 *
 * @param leftEye centre of the eye on the left
 * @param rightEye centre of the other eye
 * @param nose tip
 * @param leftMouth corner of the mouth on the left
 * @param rightMouth the other corner
 */
public record FivePoints(Point leftEye, Point rightEye, Point nose, Point leftMouth, Point rightMouth) {

    /** In the order of the components. */
    public List<Point> asList() {
        return List.of(leftEye, rightEye, nose, leftMouth, rightMouth);
    }

    /** The points after the picture is resized by a factor. */
    public FivePoints resized(double factor) {
        return of(asList().stream().map(p -> p.resized(factor)).toList());
    }

    /** From five points in the order of the components. */
    public static FivePoints of(List<Point> points) {
        if (points.size() != 5) {
            throw new IllegalArgumentException(points.size() + " points");
        }
        return new FivePoints(points.get(0), points.get(1), points.get(2), points.get(3), points.get(4));
    }

    public double eyeDistancePx() {
        return leftEye.distanceTo(rightEye);
    }

    public Point betweenEyes() {
        return middle(leftEye, rightEye);
    }

    public Point mouthCentre() {
        return middle(leftMouth, rightMouth);
    }

    private static Point middle(Point a, Point b) {
        return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
    }
}
