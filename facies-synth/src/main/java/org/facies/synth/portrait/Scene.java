package org.facies.synth.portrait;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What differs from photo to photo of one child.
 *
 * @param yawDegrees turned to the viewer's right
 * @param pitchDegrees looking up
 * @param rollDegrees leaning to the viewer's right
 * @param distance of the camera from the face, in head heights (chin to crown): small is wide-angle
 * @param faceShare height of the head as a share of the picture's height, in (0, 1]
 * @param offsetX of the head's centre to the right, as a share of the picture's width
 * @param offsetY of the head's centre downwards, as a share of the picture's height
 * @param expression weight of each expression unit by its name without ancestry, for example
 *     {@code mouth-corner-puller → 0.4}; the studio takes the units of the head's ancestries
 * @param blur standard deviation of a Gaussian blur, in thousandths of the picture's height
 * @param noise standard deviation of the sensor's noise, as a share of white
 * @param seed of the noise and of the background's pattern
 */
public record Scene(
        double yawDegrees,
        double pitchDegrees,
        double rollDegrees,
        double distance,
        double faceShare,
        double offsetX,
        double offsetY,
        Map<String, Double> expression,
        Light light,
        Background background,
        double blur,
        double noise,
        long seed) {

    /** The expression in the order of its units: the sum of their movements depends on it, in its last digits. */
    public Scene {
        expression = Collections.unmodifiableMap(new TreeMap<>(expression));
    }

    /**
     * A large soft key light, and light from everywhere.
     *
     * @param azimuthDegrees from the viewer's right of the camera
     * @param elevationDegrees above the camera
     * @param ambient share of the light that comes from everywhere, in [0, 1]
     * @param exposure 1 is a well exposed picture
     * @param warmth from -1 (blue) to 1 (yellow)
     */
    public record Light(
            double azimuthDegrees, double elevationDegrees, double ambient, double exposure, double warmth) {}

    /**
     * An out-of-focus wall or room.
     *
     * @param pattern strength of large soft shapes on it, 0 (plain) to 1
     */
    public record Background(Tint top, Tint bottom, double pattern) {}
}
