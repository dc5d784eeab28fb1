package org.facies.synth.population;

import java.util.List;
import org.facies.synth.portrait.AncestryBlend;
import org.facies.synth.portrait.HairStyle;
import org.facies.synth.portrait.Look;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.portrait.Sex;
import org.facies.synth.portrait.Tint;

/** Hair, eyes, skin and collar, which depend on ancestry, sex and age but never on the diagnosis. */
final class Looks {
    private static final double SKIN_SD = 0.35;
    private static final double HAIR_LIGHTNESS_SD = 0.15;
    private static final int MOST_SKINS = 64;
    private static final double OTHER_HAIR = 0.3;
    private static final String FRIZZY = "afro01";
    private static final double FRIZZY_FROM = 0.4;

    private static final Tint BLACK = new Tint(0.07, 0.06, 0.06);
    private static final Tint DARK_BROWN = new Tint(0.16, 0.10, 0.07);
    private static final Tint BROWN = new Tint(0.32, 0.20, 0.12);
    private static final Tint BLOND = new Tint(0.68, 0.53, 0.32);
    private static final Tint RED = new Tint(0.50, 0.22, 0.10);
    private static final List<Tint> HAIR = List.of(BLACK, DARK_BROWN, BROWN, BLOND, RED);

    private Looks() {}

    /** The look of a child that is the same in all photos. */
    static Look of(Sex sex, double ageYears, AncestryBlend ancestry, Chance chance) {
        return new Look(
                hairStyle(sex, ageYears, ancestry, chance),
                hair(ancestry, chance),
                Math.max(-1, Math.min(1, chance.bounded(SKIN_SD))),
                chance.whole(0, MOST_SKINS - 1),
                eyes(ancestry, chance),
                chance.one(PortraitStudio.eyebrows()),
                collar(chance));
    }

    /** The same child on another day: with another collar and sometimes other hair. */
    static Look another(Child child, Chance chance) {
        Look usual = child.look();
        String style = chance.happens(OTHER_HAIR)
                ? hairStyle(child.sex(), child.ageYears(), child.ancestry(), chance)
                : usual.hairStyle();
        return new Look(
                style, usual.hair(), usual.skinTone(), usual.skin(), usual.eyes(), usual.eyebrows(), collar(chance));
    }

    private static String hairStyle(Sex sex, double ageYears, AncestryBlend ancestry, Chance chance) {
        boolean frizzy = ancestry.african() >= FRIZZY_FROM;
        return chance.one(PortraitStudio.hairStyles().stream()
                .filter(style -> style.sexes().contains(sex) && ageYears >= style.fromYears())
                .map(HairStyle::name)
                .filter(name -> frizzy || !name.equals(FRIZZY))
                .toList());
    }

    private static Tint hair(AncestryBlend ancestry, Chance chance) {
        double light = ancestry.caucasian() * ancestry.caucasian();
        double dark = 1 - light;
        Tint tint = HAIR.get(chance.weighted(
                0.6 * dark + 0.08 * light, 0.4 * dark + 0.27 * light, 0.35 * light, 0.24 * light, 0.06 * light));
        double factor = Math.exp(chance.bounded(HAIR_LIGHTNESS_SD));
        return new Tint(
                Math.min(1, factor * tint.red()),
                Math.min(1, factor * tint.green()),
                Math.min(1, factor * tint.blue()));
    }

    /** The eye colour: brown, or any colour with a probability that grows with the Caucasian share of the ancestry. */
    private static String eyes(AncestryBlend ancestry, Chance chance) {
        List<String> brown = PortraitStudio.eyeColours().stream()
                .filter(name -> name.contains("brown"))
                .toList();
        boolean any = brown.isEmpty() || chance.happens(0.65 * ancestry.caucasian() * ancestry.caucasian());
        return chance.one(any ? PortraitStudio.eyeColours() : brown);
    }

    private static Tint collar(Chance chance) {
        double grey = chance.between(0.15, 0.85);
        return new Tint(tinted(grey, chance), tinted(grey, chance), tinted(grey, chance));
    }

    private static double tinted(double grey, Chance chance) {
        return Math.max(0.05, Math.min(0.95, grey + chance.between(-0.2, 0.2)));
    }
}
