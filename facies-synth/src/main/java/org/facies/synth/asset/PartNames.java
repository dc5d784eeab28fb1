package org.facies.synth.asset;

import java.util.List;
import java.util.stream.IntStream;

/** Names of the parts with several variants. Available without the assets. */
public final class PartNames {

    private static final List<String> IRISES =
            List.of("blue", "bluegreen", "brown", "brownlight", "deepblue", "green", "grey", "ice", "lightblue");
    private static final int PAIRS_OF_EYEBROWS = 12;

    private PartNames() {}

    /** Colours of the iris, for textures {@code eyes/NAME}. */
    public static List<String> irises() {
        return IRISES;
    }

    /** Pairs of eyebrows, for parts and textures {@code eyebrows/NAME}. */
    public static List<String> eyebrows() {
        return IntStream.rangeClosed(1, PAIRS_OF_EYEBROWS)
                .mapToObj("eyebrow%03d"::formatted)
                .toList();
    }
}
