package org.facies.file;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides which texts need no quotes in a YAML file: only plain words, which no parser mistakes for another type.
 */
final class TextQuotes extends StringQuotingChecker {
    private static final long serialVersionUID = 1L;

    private static final Pattern WORDS = Pattern.compile("[A-Za-z][A-Za-z0-9_./+-]*( [A-Za-z][A-Za-z0-9_./+-]*)*");

    /** Words with a meaning in YAML 1.1 or 1.2. */
    private static final Set<String> TAKEN = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan");

    @Override
    public boolean needToQuoteName(String name) {
        return needToQuoteValue(name);
    }

    @Override
    public boolean needToQuoteValue(String text) {
        return !WORDS.matcher(text).matches() || TAKEN.contains(text.toLowerCase(Locale.ROOT));
    }
}
