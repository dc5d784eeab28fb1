package org.facies.align;

/** Text in HTML. */
final class Html {

    private Html() {}

    /** Text as the content of an element or of a quoted attribute. */
    static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
