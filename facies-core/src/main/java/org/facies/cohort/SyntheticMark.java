package org.facies.cohort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first line of the card next to a synthetic cohort, by which nobody takes its faces for children. */
public final class SyntheticMark {

    /** The line; it stands alone in the first line of {@code README.md} next to the manifest. */
    public static final String LINE =
            "**These faces are synthetic: no child here exists. All effect sizes are assumptions, not published"
                    + " figures.**";

    private static final String CARD = "README.md";

    private SyntheticMark() {}

    /** Whether the card next to a manifest says that its faces were drawn by a computer. */
    public static boolean isBeside(Path manifest) {
        Path card = manifest.toAbsolutePath().resolveSibling(CARD);
        if (!Files.isRegularFile(card)) {
            return false;
        }
        try (var in = Files.newInputStream(card)) {
            byte[] mark = LINE.getBytes(StandardCharsets.UTF_8);
            return new String(in.readNBytes(mark.length), StandardCharsets.UTF_8).equals(LINE);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
