package org.facies.align;

/** One photo on a contact sheet. */
sealed interface ContactTile {

    String html();

    /**
     * A crop with its caption.
     *
     * @param path of the photo in the manifest
     * @param widthPx of the crop
     * @param heightPx of the crop
     * @param jpegBase64 the crop
     * @param remarks empty if there are none
     */
    record Crop(String path, int widthPx, int heightPx, String jpegBase64, String remarks) implements ContactTile {

        @Override
        public String html() {
            String remarked = remarks.isEmpty() ? "" : " class=\"remarked\"";
            String note = remarks.isEmpty() ? "" : "<p>" + Html.text(remarks) + "</p>";
            return ("<li><figure%s><img src=\"data:image/jpeg;base64,%s\" width=\"%d\" height=\"%d\" alt=\"Aligned face"
                            + " of %s\"><figcaption>%s%s</figcaption></figure></li>")
                    .formatted(remarked, jpegBase64, widthPx, heightPx, Html.text(path), Html.text(path), note);
        }
    }

    /**
     * A photo that is excluded.
     *
     * @param path of the photo in the manifest
     * @param reason why it is excluded
     */
    record LeftOut(String path, String reason) implements ContactTile {

        @Override
        public String html() {
            return ("<li><figure class=\"left-out\"><div class=\"no-crop\">left"
                            + " out</div><figcaption>%s<p>%s</p></figcaption></figure></li>")
                    .formatted(Html.text(path), Html.text(reason));
        }
    }
}
