package org.facies.align;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.image.Point;

/**
 * The crop that a network expects: the size of the canvas and the positions of five points on it.
 *
 * @param id stable name; part of file names and cache keys
 * @param widthPx canvas width
 * @param heightPx canvas height
 * @param template positions of the eye on the left of the picture, the other eye, the nose tip, and the left and right
 *     mouth corners, in pixels of the canvas
 */
public record CropGeometry(String id, int widthPx, int heightPx, List<Point> template) {

    /** Margin around the crops that studies store, so that a shifted or rotated crop shows real pixels. */
    public static final int MARGIN_PX = 24;

    /** 112 × 112, the crop on which ArcFace and similar networks were trained. It excludes the chin and the ears. */
    public static final CropGeometry ARCFACE_112 = new CropGeometry(
            "arcface-112",
            112,
            112,
            List.of(
                    new Point(38.2946, 51.6963),
                    new Point(73.5318, 51.5014),
                    new Point(56.0252, 71.7366),
                    new Point(41.5493, 92.3655),
                    new Point(70.7299, 92.2041)));

    /** 150 × 150, the crop on which dlib's recogniser was trained. It includes forehead and chin. */
    public static final CropGeometry DLIB_150 = new CropGeometry("dlib-150", 150, 150, dlibTemplate(150));

    /** 144 × 144 with dlib's position of the face: forehead and chin for networks whose crops are multiples of 16. */
    public static final CropGeometry WIDE_144 = new CropGeometry("wide-144", 144, 144, dlibTemplate(144));

    public CropGeometry {
        template = List.copyOf(template);
        if (widthPx < 1 || heightPx < 1 || template.size() != 5) {
            throw new IllegalArgumentException(id + ": a geometry needs a canvas and five points");
        }
    }

    /** The geometry with this id, of those that networks are trained on; empty if there is none. */
    public static Optional<CropGeometry> named(String id) {
        return Stream.of(ARCFACE_112, DLIB_150, WIDE_144)
                .filter(geometry -> geometry.id().equals(id))
                .findFirst();
    }

    /**
     * The same face at the same scale on a canvas with a margin on every side, so that augmentation by shift and
     * rotation finds real pixels there.
     *
     * @param marginPx 0 or more; 0 gives this geometry
     */
    public CropGeometry padded(int marginPx) {
        if (marginPx < 0) {
            throw new IllegalArgumentException("margin " + marginPx);
        }
        if (marginPx == 0) {
            return this;
        }
        return new CropGeometry(
                id + "+" + marginPx,
                widthPx + 2 * marginPx,
                heightPx + 2 * marginPx,
                template.stream().map(p -> p.plus(marginPx, marginPx)).toList());
    }

    /** The crop that studies store: this one with a margin of {@link #MARGIN_PX}. */
    public CropGeometry ofStudy() {
        return padded(MARGIN_PX);
    }

    /** dlib's five points in the unit square, with its margin of a quarter on each side. */
    private static List<Point> dlibTemplate(int sidePx) {
        return Stream.of(
                        new Point(.22548, .2158),
                        new Point(.75475, .2158),
                        new Point(.490127, .515625),
                        new Point(.254149, .780233),
                        new Point(.726104, .780233))
                .map(p -> new Point((p.x() + .25) / 1.5 * sidePx, (p.y() + .25) / 1.5 * sidePx))
                .toList();
    }
}
