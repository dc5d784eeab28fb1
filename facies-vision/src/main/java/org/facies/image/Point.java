package org.facies.image;

/**
 * A place in a picture, in pixels; (0, 0) is the centre of the top left pixel, x grows to the right, y downwards.
 *
 * @param x column
 * @param y row
 */
public record Point(double x, double y) {

    /** The point shifted by (dx, dy). */
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /**
     * The same place after the picture is resized by a factor. Pixels have an extent, so that the picture's corners
     * stay in place.
     */
    public Point resized(double factor) {
        return new Point((x + .5) * factor - .5, (y + .5) * factor - .5);
    }

    /** Euclidean distance in pixels. */
    public double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
