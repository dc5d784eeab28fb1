package org.facies.align;

import java.util.List;
import org.facies.image.Affine;
import org.facies.image.Point;

/** The similarity transform (rotation, scale, shift; no reflection) from one set of points to another. */
final class Similarity {

    private Similarity() {}

    /**
     * Fits by least squares, after Umeyama 1991, eqs. 40–42. In two dimensions and without reflection, rotation and
     * scale have a closed form: with both sets centred, {@code (Σ from·to, Σ from×to) / Σ |from|²}.
     *
     * @param from at least two different points
     * @param to the same number of points
     * @param to as many
     * @return the map with the smallest sum of squared distances between {@code apply(from)} and {@code to}
     */
    static Affine fit(List<Point> from, List<Point> to) {
        Point fromMean = mean(from);
        Point toMean = mean(to);
        double along = 0;
        double across = 0;
        double spread = 0;
        for (int i = 0; i < from.size(); i++) {
            Point f = from.get(i).plus(-fromMean.x(), -fromMean.y());
            Point t = to.get(i).plus(-toMean.x(), -toMean.y());
            along += f.x() * t.x() + f.y() * t.y();
            across += f.x() * t.y() - f.y() * t.x();
            spread += f.x() * f.x() + f.y() * f.y();
        }
        if (from.size() != to.size() || !(spread > 0)) {
            throw new IllegalArgumentException("no similarity from " + from + " to " + to);
        }
        double a = along / spread;
        double b = across / spread;
        return new Affine(
                a,
                -b,
                toMean.x() - a * fromMean.x() + b * fromMean.y(),
                b,
                a,
                toMean.y() - b * fromMean.x() - a * fromMean.y());
    }

    private static Point mean(List<Point> points) {
        return new Point(
                points.stream().mapToDouble(Point::x).average().orElse(Double.NaN),
                points.stream().mapToDouble(Point::y).average().orElse(Double.NaN));
    }
}
