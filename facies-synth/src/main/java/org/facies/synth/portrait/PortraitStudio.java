package org.facies.synth.portrait;

import java.util.List;
import java.util.Set;
import org.facies.image.Rgb;
import org.facies.synth.asset.HeadAssets;
import org.facies.synth.asset.PartNames;
import org.facies.synth.asset.TargetNames;

/**
 * Draws portraits of synthetic children. The same arguments give the same picture. Thread-safe.
 */
public final class PortraitStudio {

    private static final int MIN_SIDE_PX = 32;
    private static final int MAX_SIDE_PX = 2048;
    private static final Set<Sex> GIRLS = Set.of(Sex.FEMALE);
    private static final Set<Sex> BOYS = Set.of(Sex.MALE);
    private static final Set<Sex> ALL = Set.of(Sex.FEMALE, Sex.MALE);
    private static final List<HairStyle> HAIR_STYLES = List.of(
            new HairStyle("Braid01", GIRLS, 4),
            new HairStyle("afro01", ALL, 1),
            new HairStyle("bob02", GIRLS, 2),
            new HairStyle("curly", GIRLS, 3),
            new HairStyle("long01", GIRLS, 3),
            new HairStyle("ponytail01", GIRLS, 2),
            new HairStyle("short01", BOYS, 1),
            new HairStyle("short02", ALL, 1),
            new HairStyle("short03", BOYS, 1),
            new HairStyle("short04", BOYS, 1));

    private final PortraitRenderer renderer;

    /** A studio with these assets, for example of {@link org.facies.synth.asset.AssetStore#require()}. */
    public PortraitStudio(HeadAssets assets) {
        this.renderer = new PortraitRenderer(assets);
    }

    /**
     * Draws a photo.
     *
     * @param sidePx width and height, 32 to 2048
     * @throws IllegalArgumentException if there is no such target, expression unit, hair style, eye colour or eyebrow
     */
    public Rgb photograph(HeadShape head, Look look, Scene scene, int sidePx) {
        if (sidePx < MIN_SIDE_PX || sidePx > MAX_SIDE_PX) {
            throw new IllegalArgumentException("a photo of " + sidePx + " pixels");
        }
        return renderer.photograph(head, look, scene, sidePx);
    }

    public static List<HairStyle> hairStyles() {
        return HAIR_STYLES;
    }

    /** The valid values of {@link Look#eyes}. */
    public static List<String> eyeColours() {
        return PartNames.irises();
    }

    /** The valid values of {@link Look#eyebrows}. */
    public static List<String> eyebrows() {
        return PartNames.eyebrows();
    }

    /** The valid names in {@link HeadShape#targets}. Available without the assets. */
    public static List<String> targetNames() {
        return TargetNames.features();
    }

    /** The valid names in {@link Scene#expression}. Available without the assets. */
    public static List<String> expressionUnits() {
        return TargetNames.expressions();
    }
}
