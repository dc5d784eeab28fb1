package org.facies.synth.portrait;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings that differ between photos of one child.
 *
 * @param yawDegrees rotation to the viewer's right
 * @param pitchDegrees rotation upwards
 * @param rollDegrees inclination to the viewer's right
 * @param distance from the camera to the face, in head heights (chin to crown); a small distance is wide-angle
 * @param faceShare height of the head as a fraction of the picture's height, in (0, 1]
 * @param offsetX of the head's centre to the right, as a fraction of the picture's width
 * @param offsetY of the head's centre downwards, as a fraction of the picture's height
 * @param expression weight of each expression unit by its name without ancestry, for example
 *     {@code mouth-corner-puller → 0.4}; the studio takes the units of the head's ancestries
 * @param blur standard deviation of a Gaussian blur, in thousandths of the picture's height
 * @param noise standard deviation of the sensor's noise, as a fraction of white
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

    /** Sorts the expression units, because the last digits of the sum of their displacements depend on the order. */
    public Scene {
        expression = Collections.unmodifiableMap(new TreeMap<>(expression));
    }

    /**
     * A large soft key light and ambient light.
     *
     * @param azimuthDegrees angle from the camera to the viewer's right
     * @param elevationDegrees angle above the camera
     * @param ambient fraction of ambient light, in [0, 1]
     * @param exposure 1 gives a well exposed picture
     * @param warmth from -1 (blue) to 1 (yellow)
     */
    public record Light(
            double azimuthDegrees, double elevationDegrees, double ambient, double exposure, double warmth) {}

    /**
     * An out-of-focus wall or room.
     *
     * @param pattern strength of large soft shapes, 0 (plain) to 1
     */
    public record Background(Tint top, Tint bottom, double pattern) {}
}
