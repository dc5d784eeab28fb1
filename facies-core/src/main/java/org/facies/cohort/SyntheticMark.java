package org.facies.cohort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first line of the card next to a synthetic cohort. It prevents that its faces are taken for real children. */
public final class SyntheticMark {

    /** The notice on every page about synthetic faces. */
    public static final String SENTENCE =
            "These faces are synthetic: no child here exists. All effect sizes are assumptions, not published figures.";

    /** The notice as the first line of {@code README.md} next to the manifest. */
    public static final String LINE = "**" + SENTENCE + "**";

    /** The short notice for a figure or a table. */
    public static final String BRIEF = "Synthetic faces: no child here exists.";

    /** The column in tables of results from synthetic faces; every row holds {@link #YES}. */
    public static final String COLUMN = "synthetic_faces";

    /** The value of {@link #COLUMN}. */
    public static final String YES = "true";

    private static final String CARD = "README.md";

    private SyntheticMark() {}

    /** Whether the card next to a manifest says that its faces are synthetic. */
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
