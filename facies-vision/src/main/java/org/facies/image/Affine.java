package org.facies.image;

/**
 * An affine map of the plane: {@code x' = xx x + xy y + dx, y' = yx x + yy y + dy}.
 *
 * @param xx coefficient of x in x'
 * @param xy coefficient of y in x'
 * @param dx shift of x'
 * @param yx coefficient of x in y'
 * @param yy coefficient of y in y'
 * @param dy shift of y'
 */
public record Affine(double xx, double xy, double dx, double yx, double yy, double dy) {

    /** Resizing a picture by 1 / factor, as a map from its pixels back to those of the original. */
    public static Affine magnification(double factor) {
        double shift = (factor - 1) / 2;
        return new Affine(factor, 0, shift, 0, factor, shift);
    }

    public Point apply(Point p) {
        return new Point(xx * p.x() + xy * p.y() + dx, yx * p.x() + yy * p.y() + dy);
    }

    /**
     * The inverse map.
     *
     * @throws ArithmeticException if this map is singular
     */
    public Affine inverse() {
        double area = xx * yy - xy * yx;
        if (!(Math.abs(area) > 1e-12)) {
            throw new ArithmeticException("no inverse: " + this);
        }
        double ixx = yy / area;
        double ixy = -xy / area;
        double iyx = -yx / area;
        double iyy = xx / area;
        return new Affine(ixx, ixy, -(ixx * dx + ixy * dy), iyx, iyy, -(iyx * dx + iyy * dy));
    }

    /** The smaller of the two factors by which the map stretches the directions of the axes. */
    double smallestStretch() {
        return Math.min(Math.hypot(xx, yx), Math.hypot(xy, yy));
    }
}
