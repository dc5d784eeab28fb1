package org.facies.align;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.image.Point;

/**
 * Where a network wants the face in its crop: canvas size and the place of five points on it.
 *
 * @param id stable name; part of file names and cache keys
 * @param widthPx canvas width
 * @param heightPx canvas height
 * @param template where the eye on the left of the picture, the other eye, the nose tip, the left and the right mouth
 *     corner come to lie, in pixels of the canvas
 */
public record CropGeometry(String id, int widthPx, int heightPx, List<Point> template) {

    /** Room around a crop that studies keep, so that a shifted or turned one shows real pixels. */
    public static final int MARGIN_PX = 24;

    /** 112 × 112 as ArcFace and its kin were trained on. It cuts the chin; the ears are outside. */
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

    /** 150 × 150 as dlib's recogniser was trained on. Shows forehead and chin. */
    public static final CropGeometry DLIB_150 = new CropGeometry("dlib-150", 150, 150, dlibTemplate(150));

    /** 144 × 144 with the face where dlib has it: forehead and chin for networks whose crops are multiples of 16. */
    public static final CropGeometry WIDE_144 = new CropGeometry("wide-144", 144, 144, dlibTemplate(144));

    public CropGeometry {
        template = List.copyOf(template);
        if (widthPx < 1 || heightPx < 1 || template.size() != 5) {
            throw new IllegalArgumentException(id + ": a geometry has a canvas and five points");
        }
    }

    /** The geometry of this id, of those that networks are trained on; empty if there is none. */
    public static Optional<CropGeometry> named(String id) {
        return Stream.of(ARCFACE_112, DLIB_150, WIDE_144)
                .filter(geometry -> geometry.id().equals(id))
                .findFirst();
    }

    /**
     * The same face at the same scale on a canvas larger by a margin on every side, so that an augmentation that shifts
     * or rotates finds real pixels there.
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

    /** The crop that studies cut out and keep: this one with {@link #MARGIN_PX} around it. */
    public CropGeometry ofStudy() {
        return padded(MARGIN_PX);
    }

    /** dlib's five points in the unit square, with its padding of a quarter on each side. */
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
