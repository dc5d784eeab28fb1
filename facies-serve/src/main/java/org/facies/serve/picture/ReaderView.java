package org.facies.serve.picture;

import java.util.Arrays;
import java.util.List;
import org.facies.align.CropGeometry;
import org.facies.image.Point;
import org.facies.image.Rgb;

/**
 * The position of a face in the picture that readers see. The picture is larger than the crop of a network: it includes
 * forehead, ears and chin, which clinicians examine. The unit is the distance between the eyes on the canvas.
 */
final class ReaderView {
    /** Grey value of the hidden area, 0 to 255. */
    static final int GREY = 128;

    /**
     * Distance between the eyes, as a share of the side; a child's head is about three times as wide and four times as
     * high.
     */
    private static final double EYE_DISTANCE = 0.25;

    /** Position of the eyes on the canvas, from the top; about half of a child's head is above them. */
    private static final double EYE_HEIGHT = 0.48;

    /** Centre of the oval below the eyes, and its half axes, in distances of the eyes. */
    private static final double OVAL_BELOW_EYES = 0.3;

    private static final double OVAL_HALF_WIDTH = 1.4;
    private static final double OVAL_HALF_HEIGHT = 1.75;

    private ReaderView() {}

    /** The canvas, with the points of {@link CropGeometry#ARCFACE_112} at another place and scale. */
    static CropGeometry geometry(int sidePx) {
        List<Point> arcface = CropGeometry.ARCFACE_112.template();
        Point left = arcface.get(0);
        Point right = arcface.get(1);
        double scale = EYE_DISTANCE * sidePx / left.distanceTo(right);
        double middle = arcface.stream().mapToDouble(Point::x).average().orElseThrow();
        double eyes = (left.y() + right.y()) / 2;
        return new CropGeometry(
                "reader-" + sidePx,
                sidePx,
                sidePx,
                arcface.stream()
                        .map(p -> new Point(
                                (p.x() - middle) * scale + sidePx / 2.0, (p.y() - eyes) * scale + EYE_HEIGHT * sidePx))
                        .toList());
    }

    /** Distance between the eyes in the picture, in pixels. */
    static double eyeDistancePx(int sidePx) {
        return EYE_DISTANCE * sidePx;
    }

    /** The picture with every pixel outside the oval overwritten. */
    static Rgb withinOval(Rgb picture) {
        int side = picture.widthPx();
        double unit = EYE_DISTANCE * side;
        double centreY = EYE_HEIGHT * side + OVAL_BELOW_EYES * unit;
        byte[] pixels = picture.data().clone();
        for (int y = 0; y < side; y++) {
            double down = (y - centreY) / (OVAL_HALF_HEIGHT * unit);
            for (int x = 0; x < side; x++) {
                double aside = (x - side / 2.0) / (OVAL_HALF_WIDTH * unit);
                if (aside * aside + down * down > 1) {
                    int at = 3 * (y * side + x);
                    Arrays.fill(pixels, at, at + 3, (byte) GREY);
                }
            }
        }
        return new Rgb(side, side, pixels);
    }
}
