package org.facies.synth.population;

import java.util.Map;
import java.util.TreeMap;
import org.facies.synth.portrait.Scene;
import org.facies.synth.portrait.Scene.Background;
import org.facies.synth.portrait.Scene.Light;

/** Pose, expression, light and framing of a photo, which never depend on the diagnosis. */
final class Scenes {
    private Scenes() {}

    static Scene draw(Background background, Camera camera, Chance chance) {
        return new Scene(
                chance.bounded(7),
                chance.bounded(4),
                chance.bounded(3),
                chance.between(3.5, 9),
                chance.between(0.52, 0.68),
                chance.bounded(0.02),
                chance.bounded(0.015),
                expression(chance),
                light(chance),
                background,
                camera.blur(),
                camera.noise(),
                chance.whole());
    }

    private static Light light(Chance chance) {
        return new Light(
                chance.between(-55, 55),
                chance.between(5, 50),
                chance.between(0.35, 0.7),
                Math.exp(chance.bounded(0.08)),
                chance.bounded(0.3));
    }

    /** A serious face or a smile of random strength, in which the eyes take part; brows and lips vary a little. */
    private static Map<String, Double> expression(Chance chance) {
        double smile = Math.max(0, chance.between(-0.35, 0.55));
        double narrowed = 0.4 * smile + chance.between(0, 0.1);
        double raised = Math.max(0, chance.bounded(0.12));
        double frown = Math.max(0, chance.bounded(0.08));
        double parted = Math.max(0, chance.between(-0.3, 0.15));
        Map<String, Double> units = new TreeMap<>();
        units.put("mouth-corner-puller", smile);
        units.put("eye-left-slit", narrowed);
        units.put("eye-right-slit", narrowed);
        units.put("eyebrows-left-up", raised);
        units.put("eyebrows-right-up", raised);
        units.put("eyebrows-left-down", frown);
        units.put("eyebrows-right-down", frown);
        units.put("mouth-parling", parted);
        units.values().removeIf(weight -> weight == 0);
        return units;
    }
}
