package org.facies;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person reads of a Java source: comments, string literals and text blocks. All else becomes NUL, so that lines
 * keep their numbers; white space and {@code +} between two literals stay, so that a joined sentence stays joined.
 */
final class JavaTexts {
    private static final Pattern TEXT = Pattern.compile(
            "\"\"\"[^\\\\\"]*+(?:(?:\\\\.|\"(?!\"\"))[^\\\\\"]*+)*+\"\"\""
                    + "|\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"|'(?:\\\\.|[^'\\\\\n])++'|/\\*.*?\\*/|//[^\n]*+",
            Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("[^\n\\s\"+]");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u+[0-9a-fA-F]{4}|.)", Pattern.DOTALL);

    private JavaTexts() {}

    static String of(String source) {
        StringBuilder texts = new StringBuilder(source.length());
        Matcher text = TEXT.matcher(source);
        int end = 0;
        while (text.find()) {
            texts.append(withoutCode(source.substring(end, text.start())));
            texts.append(withoutEscapes(text.group()));
            end = text.end();
        }
        return texts.append(withoutCode(source.substring(end))).toString();
    }

    private static String withoutCode(String code) {
        return CODE.matcher(code).replaceAll("\0");
    }

    /** Escapes, also that of a line's end in a text block, become spaces and keep their lines. */
    private static String withoutEscapes(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> escape.group().replaceAll("[^\n]", " "));
    }
}
