package org.facies.cohort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first line of the card next to a synthetic cohort, by which nobody takes its faces for children. */
public final class SyntheticMark {

    /** What stands on every page about synthetic faces. */
    public static final String SENTENCE =
            "These faces are synthetic: no child here exists. All effect sizes are assumptions, not published figures.";

    /** The line; it stands alone in the first line of {@code README.md} next to the manifest. */
    public static final String LINE = "**" + SENTENCE + "**";

    /** What stands in a figure or next to a table, where there is little room. */
    public static final String BRIEF = "Synthetic faces: no child here exists.";

    /** The column of a table of numbers from synthetic faces; every row has {@link #YES} in it. */
    public static final String COLUMN = "synthetic_faces";

    /** The value of {@link #COLUMN}. */
    public static final String YES = "true";

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
