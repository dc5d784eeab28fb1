package org.facies.serve.store;

/** The prepared pictures of a study. Thread-safe. */
@FunctionalInterface
public interface PictureSource {
    /**
     * A picture as a browser receives it, without the metadata of the photo.
     *
     * @param caseNumber index into the cases of the plan, from 0
     * @param photo index into the photos of the case, from 0
     */
    Picture of(int caseNumber, int photo);

    /** A picture: its media type, {@code image/jpeg} or {@code image/png}, and the bytes of the file. */
    final class Picture {
        private final String mediaType;
        private final byte[] bytes;

        public Picture(String mediaType, byte[] bytes) {
            this.mediaType = mediaType;
            this.bytes = bytes.clone();
        }

        public String mediaType() {
            return mediaType;
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
