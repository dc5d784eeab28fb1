package org.facies.align;

/** Escapes text for HTML. */
final class Html {

    private Html() {}

    /** The text as content of an element or of a quoted attribute. */
    static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
