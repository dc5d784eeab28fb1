package org.facies.align;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.facies.detect.DetectedFace;
import org.facies.detect.FivePoints;
import org.facies.image.Affine;
import org.facies.image.Rgb;
import org.facies.image.Warp;

/**
 * The faces of a picture, and the one of them that is meant.
 *
 * @param fromLeft all faces that were found, counted from left to right; number 1 comes first
 * @param choice how one of several is chosen
 * @param taken empty if there is no face, or none with the number that was asked for
 */
public record FacesSeen(List<DetectedFace> fromLeft, FaceChoice choice, Optional<Taken> taken) {

    public FacesSeen {
        fromLeft = List.copyOf(fromLeft);
        Objects.requireNonNull(choice);
        Objects.requireNonNull(taken);
    }

    /** Which face was taken and why, in a sentence. */
    public String sentence() {
        if (taken.isEmpty()) {
            return fromLeft.isEmpty()
                    ? FaceFinding.NO_FACE.sentence(choice)
                    : "Face number " + choice.word() + " from the left was asked for, and "
                            + (fromLeft.size() == 1 ? "1 face was found." : fromLeft.size() + " faces were found.");
        }
        return fromLeft.size() == 1
                ? "One face was found."
                : fromLeft.size() + " faces were found; " + choice.taken()
                        + (choice.isNumbered() ? "." : " (number " + taken.get().number() + " from the left).");
    }

    /**
     * The face that is meant.
     *
     * @param number of it from left to right, from 1
     * @param points in pixels of the picture, as the 68-point network refined them
     * @param facts measured on it
     */
    public record Taken(int number, FivePoints points, FaceFacts facts) {

        /** The face, cut out of its picture. */
        public Rgb crop(Rgb picture, CropGeometry geometry) {
            return FacesSeen.crop(picture, points, geometry);
        }

        /**
         * The same as a study cuts it out: the middle of a crop with room around it. Where its template lies on the
         * canvas decides how numbers are rounded, so that one pixel value in a thousand differs by 1 otherwise.
         */
        public Rgb cropOfStudy(Rgb picture, CropGeometry geometry) {
            return crop(picture, geometry.ofStudy()).centre(geometry.widthPx(), geometry.heightPx());
        }

        /**
         * The same for people: grey where the crop reaches beyond its picture, instead of a colour drawn out.
         *
         * @param grey 0 (black) to 255
         */
        public Rgb cropOnGrey(Rgb picture, CropGeometry geometry, int grey) {
            return Outside.greyed(crop(picture, geometry), picture, toPicture(points, geometry), grey);
        }
    }

    static Rgb crop(Rgb picture, FivePoints points, CropGeometry geometry) {
        return Warp.draw(picture, toPicture(points, geometry), geometry.widthPx(), geometry.heightPx());
    }

    private static Affine toPicture(FivePoints points, CropGeometry geometry) {
        return Similarity.fit(points.asList(), geometry.template()).inverse();
    }
}
