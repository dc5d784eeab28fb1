package org.facies.synth.population;

import java.util.Optional;
import org.facies.synth.portrait.HeadShape;
import org.facies.synth.portrait.Look;
import org.facies.synth.portrait.Scene;

/**
 * A photo to be drawn.
 *
 * @param path relative to the manifest
 * @param ageMonths the child's age on that day
 * @param jpegQuality 0 (worst) to 1
 * @param copyOf path of the original, if this photo is a near-duplicate
 */
public record Portrait(
        String path,
        int ageMonths,
        HeadShape head,
        Look look,
        Scene scene,
        float jpegQuality,
        Alteration alteration,
        Optional<String> copyOf) {

    /** The same photo, slightly changed, under another name. */
    Portrait copiedTo(String otherPath, int otherAgeMonths, float otherQuality, Alteration change) {
        return new Portrait(otherPath, otherAgeMonths, head, look, scene, otherQuality, change, Optional.of(path));
    }
}
