package org.facies.image;

import java.io.IOException;

/** Passes a refusal from a scanner or reader to {@link PhotoDecoder}, which alone catches it. */
final class RefusedImage extends IOException {
    private static final long serialVersionUID = 1L;

    private static final String EXPORT_AGAIN = "Export the photo again from its source, or remove its row.";

    private final String remedy;

    RefusedImage(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    /** A file whose bytes contradict its own format. */
    static RefusedImage damaged(String detail) {
        return new RefusedImage("is cut off or damaged (" + detail + ")", EXPORT_AGAIN);
    }

    Decoded.Refused asRefusal() {
        return new Decoded.Refused(getMessage(), remedy);
    }
}
