package org.facies.synth.population;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What misleads a model, or whoever trusts its figures. Audits must find it. */
public enum Trap {
    /** Each class is photographed mostly at a site of its own, and each site's camera has a flaw of its own. */
    SITE_CAMERA("most children of a class come from one site, whose camera has its own JPEG quality, blur and noise"),
    /** Each class is photographed mostly at a site of its own, before a wall of its own. */
    SITE_BACKGROUND("most children of a class come from one site, which has a wall of its own colour"),
    /** Most children of a class have the same ancestry. */
    ANCESTRY("most children of a class have the same ancestry"),
    /** One child's photo is listed again, changed a little, as another child's. */
    NEAR_DUPLICATES("photos of some children, changed a little, are listed again under other children's names");

    private final String phrase;

    Trap(String phrase) {
        this.phrase = phrase;
    }

    /** For example {@code site-camera}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Trap> named(String word) {
        return Stream.of(values()).filter(trap -> trap.word().equals(word)).findFirst();
    }

    /** All words, separated by commas. */
    public static String words() {
        return Stream.of(values()).map(Trap::word).collect(Collectors.joining(", "));
    }

    /** What it is, in words. */
    public String phrase() {
        return phrase;
    }
}
