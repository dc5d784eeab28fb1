package org.facies.synth.population;

import java.util.Optional;
import org.facies.synth.portrait.HeadShape;
import org.facies.synth.portrait.Look;
import org.facies.synth.portrait.Scene;

/**
 * A photo to be taken.
 *
 * @param path relative to the manifest
 * @param ageMonths of the child on that day
 * @param jpegQuality 0 (worst) to 1
 * @param copyOf path of the photo that this one is a near-duplicate of
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

    /** The same photo, changed a little, under another name. */
    Portrait copiedTo(String otherPath, int otherAgeMonths, float otherQuality, Alteration change) {
        return new Portrait(otherPath, otherAgeMonths, head, look, scene, otherQuality, change, Optional.of(path));
    }
}
