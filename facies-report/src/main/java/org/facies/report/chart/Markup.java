package org.facies.report.chart;

import java.util.Locale;

/** Writes texts and numbers as XML. */
final class Markup {
    private Markup() {}

    /** A coordinate with at most two decimals; it must be finite. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("coordinate " + value);
        }
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "").replaceAll("^-?$|^-0$", "0");
    }

    /**
     * Escapes a text for element content and double-quoted attributes. A character that XML 1.0 does not allow becomes
     * U+FFFD.
     */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&#34;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXmlCharacter(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXmlCharacter(int c) {
        boolean space = c == '\t' || c == '\n' || c == '\r';
        return space || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c > 0xFFFF;
    }
}
