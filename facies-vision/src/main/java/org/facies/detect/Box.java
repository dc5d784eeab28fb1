package org.facies.detect;

import org.facies.image.Point;

/**
 * An upright rectangle in a picture, in pixels; it may reach beyond the picture's edge.
 *
 * @param left smallest x
 * @param top smallest y
 * @param right largest x, not below left
 * @param bottom largest y, not below top
 */
public record Box(double left, double top, double right, double bottom) {

    public Box {
        if (!(left <= right && top <= bottom)) {
            throw new IllegalArgumentException("box %s..%s × %s..%s".formatted(left, right, top, bottom));
        }
    }

    public static Box around(Point centre, double widthPx, double heightPx) {
        return new Box(
                centre.x() - widthPx / 2,
                centre.y() - heightPx / 2,
                centre.x() + widthPx / 2,
                centre.y() + heightPx / 2);
    }

    public double widthPx() {
        return right - left;
    }

    public double heightPx() {
        return bottom - top;
    }

    public double areaPx() {
        return widthPx() * heightPx();
    }

    public Point centre() {
        return new Point((left + right) / 2, (top + bottom) / 2);
    }

    /** A box with the same centre and with width and height multiplied by a factor. */
    public Box enlarged(double factor) {
        return around(centre(), widthPx() * factor, heightPx() * factor);
    }

    /** The box after the picture is resized by a factor. */
    public Box resized(double factor) {
        return around(centre().resized(factor), widthPx() * factor, heightPx() * factor);
    }

    /** Intersection over union, 0 to 1; 0 for two empty boxes. */
    public double overlap(Box other) {
        double width = Math.min(right, other.right) - Math.max(left, other.left);
        double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double shared = width * height;
        return shared / (areaPx() + other.areaPx() - shared);
    }
}
