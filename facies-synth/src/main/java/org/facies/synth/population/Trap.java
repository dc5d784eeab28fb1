package org.facies.synth.population;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A deliberate confounder or data leak, which misleads a model or inflates its results. Audits must find it. */
public enum Trap {
    /** Most children of a class come from its own site, and each site's camera has its own flaws. */
    SITE_CAMERA("most children of a class come from one site, whose camera has its own JPEG quality, blur and noise"),
    /** Most children of a class come from its own site, and each site has its own background. */
    SITE_BACKGROUND("most children of a class come from one site, which has a wall of its own colour"),
    /** Most children of a class have the same ancestry. */
    ANCESTRY("most children of a class have the same ancestry"),
    /** A slightly changed photo of one child is listed again as a photo of another child. */
    NEAR_DUPLICATES("slightly changed photos of some children are listed again under other children's names");

    private final String phrase;

    Trap(String phrase) {
        this.phrase = phrase;
    }

    /** The name of the trap in options and files, for example {@code site-camera}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Trap> named(String word) {
        return Stream.of(values()).filter(trap -> trap.word().equals(word)).findFirst();
    }

    /** All names, separated by commas. */
    public static String words() {
        return Stream.of(values()).map(Trap::word).collect(Collectors.joining(", "));
    }

    /** A description of the trap. */
    public String phrase() {
        return phrase;
    }
}
