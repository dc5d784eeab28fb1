package org.facies.synth.portrait;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.facies.synth.raster.Texture;

/**
 * Mixes the skin of one look from the skins of the assets: blended by ancestry, made lighter or darker, with the roots
 * of the hair on the scalp.
 */
final class SkinPaint {

    private static final double DARKER_STRENGTH = 0.5;
    private static final double LIGHTER_STRENGTH = 0.15;
    /** Lightness of the roots relative to the hair. */
    private static final float ROOTS = 0.55f;

    private final Function<String, Texture> textures;
    private final Map<String, List<String>> skins = new TreeMap<>();
    private final float[] scalp;

    /**
     * Prepares the paint.
     *
     * @param names of all textures
     * @param textures by name
     */
    SkinPaint(List<String> names, Function<String, Texture> textures) {
        this.textures = textures;
        names.stream()
                .filter(name -> name.startsWith("skin/"))
                .sorted(Comparator.naturalOrder())
                .forEach(name -> skins.computeIfAbsent(
                                name.substring("skin/".length(), name.lastIndexOf('-')),
                                kind -> new java.util.ArrayList<>())
                        .add(name));
        this.scalp = Scalp.of(textures.apply("skin/african-female-0"));
    }

    /** The skin's texture, in linear light. */
    Texture mix(HeadShape head, Look look) {
        int side = 0;
        float[] mixed = new float[0];
        for (Map.Entry<String, Double> share : new TreeMap<>(Sculptor.shares(head.ancestry())).entrySet()) {
            if (share.getValue() > 0) {
                Texture skin = skin(share.getKey() + "-" + (head.sex() == Sex.FEMALE ? "female" : "male"), look.skin());
                mixed = mixed.length == 0 ? new float[skin.texels().length] : mixed;
                side = skin.sidePx();
                add(mixed, skin.texels(), share.getValue().floatValue());
            }
        }
        warm(mixed);
        tone(mixed, look.skinTone());
        roots(mixed, Lighting.linear(look.hair()));
        return Texture.of(mixed, side);
    }

    private Texture skin(String kind, int which) {
        List<String> names = skins.get(kind);
        return textures.apply(names.get(Math.floorMod(which, names.size())));
    }

    private static void add(float[] mixed, float[] skin, float share) {
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] += share * skin[i];
        }
    }

    /** Makes the skin redder: a child's skin has a stronger blood supply than that of the adults in the assets. */
    private static void warm(float[] mixed) {
        for (int i = 0; i < mixed.length; i += 4) {
            mixed[i + 1] *= 0.93f;
            mixed[i + 2] *= 0.87f;
        }
    }

    /** Changes the skin's tone: darker skin has more melanin, which absorbs blue light first. */
    private static void tone(float[] mixed, double tone) {
        double melanin = tone * (tone > 0 ? DARKER_STRENGTH : LIGHTER_STRENGTH);
        float red = (float) Math.exp(-melanin);
        float green = (float) Math.exp(-1.2 * melanin);
        float blue = (float) Math.exp(-1.45 * melanin);
        for (int i = 0; i < mixed.length; i += 4) {
            mixed[i] *= red;
            mixed[i + 1] *= green;
            mixed[i + 2] *= blue;
        }
    }

    private void roots(float[] mixed, float[] hair) {
        for (int texel = 0; texel < scalp.length; texel++) {
            float share = 0.8f * scalp[texel];
            for (int channel = 0; channel < 3; channel++) {
                int at = 4 * texel + channel;
                mixed[at] += share * (ROOTS * hair[channel] - mixed[at]);
            }
        }
    }
}
