package org.facies.align;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.facies.detect.DetectedFace;
import org.facies.image.Point;
import org.facies.image.Rgb;

/**
 * The choice of the face in a photo with several faces. {@code study.yaml}, {@code facies predict} and bundles use the
 * same words:
 * <ul>
 *   <li>{@code largest}: the largest and most central face
 *   <li>{@code central}: the face nearest to the centre of the photo
 *   <li>a number, from 1: faces are counted from left to right, by the centres of their boxes
 * </ul>
 *
 * <pre>{@code
 * FaceChoice choice = FaceChoice.of("central").orElseThrow();
 * }</pre>
 *
 * @param rule how the face is chosen
 * @param number of the face from left to right, from 1; 0 for the other rules
 */
public record FaceChoice(Rule rule, int number) {

    /** The default. */
    public static final FaceChoice LARGEST = new FaceChoice(Rule.LARGEST, 0);

    public static final FaceChoice CENTRAL = new FaceChoice(Rule.CENTRAL, 0);

    /** The valid words, for error messages. */
    public static final String VOCABULARY = "largest, central, or the number of the face from left to right, from 1";

    /** The order in which faces are counted. */
    public static final Comparator<DetectedFace> FROM_LEFT = Comparator.<DetectedFace>comparingDouble(
                    face -> face.box().centre().x())
            .thenComparingDouble(face -> face.box().centre().y());

    /** Face numbers have at most three digits; no usable photo shows thousands of faces. */
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    private static final double PENALTY_OFF_CENTRE = 2;

    /** A rule for choosing a face. */
    public enum Rule {
        /** Area minus twice the squared distance between the centres of the box and the photo, as in InsightFace. */
        LARGEST,
        /** The box whose centre is nearest to the centre of the photo. */
        CENTRAL,
        /** The face with the number that the user gave. */
        NUMBERED
    }

    public FaceChoice {
        Objects.requireNonNull(rule);
        if (rule == Rule.NUMBERED ? number < 1 : number != 0) {
            throw new IllegalArgumentException("face number " + number);
        }
    }

    /** The choice with this word; empty if there is none. */
    public static Optional<FaceChoice> of(String word) {
        return switch (word) {
            case "largest" -> Optional.of(LARGEST);
            case "central" -> Optional.of(CENTRAL);
            default ->
                Optional.of(word)
                        .filter(text -> NUMBER.matcher(text).matches())
                        .map(text -> numbered(Integer.parseInt(text)));
        };
    }

    /** The face with this number from left to right, from 1. */
    public static FaceChoice numbered(int number) {
        return new FaceChoice(Rule.NUMBERED, number);
    }

    /** The word for this choice. */
    public String word() {
        return switch (rule) {
            case LARGEST -> "largest";
            case CENTRAL -> "central";
            case NUMBERED -> Integer.toString(number);
        };
    }

    /** Which face was used, as the end of "Several faces were found;". */
    String taken() {
        return switch (rule) {
            case LARGEST -> "the largest and most central one was used";
            case CENTRAL -> "the one nearest to the centre of the photo was used";
            case NUMBERED -> "number " + number + " from the left was used";
        };
    }

    /** Whether the user chose the face by its number. */
    public boolean isNumbered() {
        return rule == Rule.NUMBERED;
    }

    /**
     * The index of the chosen face.
     *
     * @param fromLeft the faces of the picture in the order {@link #FROM_LEFT}
     * @return its index in the list; empty if there is no such face
     */
    OptionalInt place(List<DetectedFace> fromLeft, Rgb picture) {
        return switch (rule) {
            case LARGEST ->
                best(fromLeft, face -> {
                    double offset = offset(face, picture);
                    return face.box().areaPx() - PENALTY_OFF_CENTRE * offset * offset;
                });
            case CENTRAL -> best(fromLeft, face -> -offset(face, picture));
            case NUMBERED -> number <= fromLeft.size() ? OptionalInt.of(number - 1) : OptionalInt.empty();
        };
    }

    private static OptionalInt best(List<DetectedFace> faces, ToDoubleFunction<DetectedFace> worth) {
        return faces.stream()
                .max(Comparator.comparingDouble(worth).thenComparingDouble(DetectedFace::score))
                .map(best -> OptionalInt.of(faces.indexOf(best)))
                .orElse(OptionalInt.empty());
    }

    private static double offset(DetectedFace face, Rgb picture) {
        Point centre = new Point((picture.widthPx() - 1) / 2.0, (picture.heightPx() - 1) / 2.0);
        return face.box().centre().distanceTo(centre);
    }
}
