package org.facies.synth.population;

import java.util.Set;
import org.facies.synth.portrait.Scene.Background;
import org.facies.synth.portrait.Tint;

/**
 * A site that takes photos. All sites have the same equipment, unless a trap gives each its own.
 *
 * @param number counted from 0
 */
record Site(int number) {

    /** JPEG quality, additional blur in thousandths of the height, additional noise as a fraction of white. */
    private record Flaw(double quality, double blur, double noise) {}

    private static final Flaw[] FLAWS = {
        new Flaw(0.95, 0, 0), new Flaw(0.30, 0, 0), new Flaw(0.80, 5, 0), new Flaw(0.85, 0, 0.05)
    };

    private static final Tint[] WALLS = {
        new Tint(0.78, 0.78, 0.76), new Tint(0.30, 0.48, 0.68), new Tint(0.70, 0.55, 0.38), new Tint(0.38, 0.58, 0.42)
    };

    private static final double WALL_SD = 0.02;
    private static final double COLOUR_SD = 0.04;

    String name() {
        return "site-" + (number + 1);
    }

    /** JPEG quality, blur and noise of a photo; a trap may make them depend on the site. */
    Camera camera(Set<Trap> traps, Chance chance) {
        Camera usual = new Camera(
                (float) chance.between(0.60, 0.95), Math.abs(chance.bounded(1.2)), chance.between(0.003, 0.02));
        if (!traps.contains(Trap.SITE_CAMERA)) {
            return usual;
        }
        Flaw flaw = FLAWS[number % FLAWS.length];
        return new Camera((float) flaw.quality(), 0.3 * usual.blur() + flaw.blur(), 0.3 * usual.noise() + flaw.noise());
    }

    Background background(Set<Trap> traps, Chance chance) {
        if (traps.contains(Trap.SITE_BACKGROUND)) {
            Tint wall = WALLS[number % WALLS.length];
            return new Background(around(wall, WALL_SD, chance), around(wall, WALL_SD, chance), 0.1);
        }
        double grey = chance.between(0.15, 0.9);
        Tint top = around(new Tint(grey, grey, grey), COLOUR_SD, chance);
        return new Background(top, around(top, COLOUR_SD, chance), chance.between(0, 0.8));
    }

    private static Tint around(Tint tint, double sd, Chance chance) {
        return new Tint(near(tint.red(), sd, chance), near(tint.green(), sd, chance), near(tint.blue(), sd, chance));
    }

    private static double near(double part, double sd, Chance chance) {
        return Math.max(0, Math.min(1, part + chance.bounded(sd)));
    }
}
