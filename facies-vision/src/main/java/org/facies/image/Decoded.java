package org.facies.image;

import java.util.Objects;

/** The result of decoding a file: a picture, or the reason why there is none. */
public sealed interface Decoded {

    /**
     * The file was decoded.
     *
     * @param pixels upright, opaque, without metadata
     */
    record Picture(Rgb pixels) implements Decoded {
        public Picture {
            Objects.requireNonNull(pixels);
        }
    }

    /**
     * The file was not decoded.
     *
     * @param reason the defect, as a clause after the file's name: {@code "is cut off or damaged"}
     * @param remedy what the user can do, as a sentence
     */
    record Refused(String reason, String remedy) implements Decoded {
        public Refused {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(remedy);
        }
    }
}
