package org.facies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Phrases that texts for people avoid, each with what to write instead. A phrase is found as whole words, in any case,
 * also where its words stand on two lines or in two joined literals.
 */
final class PlainWords {
    private static final String LIST = "plain-words.txt";

    /** What may stand between two words of a phrase: space, a comment's margin, the end and start of a literal. */
    private static final String BETWEEN_WORDS = "[\\s*/\"+>#]+";

    private final Map<String, String> replacements;
    private final Pattern phrases;

    private PlainWords(Map<String, String> replacements) {
        this.replacements = Map.copyOf(replacements);
        phrases = Pattern.compile(
                replacements.keySet().stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(phrase -> phrase.replace(" ", BETWEEN_WORDS))
                        .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")(?![\\w-])")),
                Pattern.CASE_INSENSITIVE);
    }

    /** The list of this project. Lines are {@code phrase -> replacement}; {@code #} starts a comment. */
    static PlainWords ofFacies() throws IOException {
        Map<String, String> replacements = new TreeMap<>();
        try (InputStream list = PlainWords.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            for (String line :
                    lines.lines().filter(each -> !each.startsWith("#")).toList()) {
                String[] columns = line.split(" -> ", 2);
                if (columns.length != 2 || replacements.put(columns[0], columns[1]) != null) {
                    throw new IllegalArgumentException(LIST + ": \"" + line + "\" is no new phrase -> replacement");
                }
            }
        }
        return new PlainWords(replacements);
    }

    int size() {
        return replacements.size();
    }

    /** Every phrase of the list in a text that a person reads, in its order. */
    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = phrases.matcher(text);
        int line = 1;
        int counted = 0;
        while (matcher.find()) {
            line += (int) text.substring(counted, matcher.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            counted = matcher.start();
            String phrase = matcher.group().toLowerCase(Locale.ROOT).replaceAll(BETWEEN_WORDS, " ");
            found.add(new Found(line, phrase, replacements.get(phrase)));
        }
        return found;
    }

    /**
     * One phrase to replace.
     *
     * @param line from 1
     */
    record Found(int line, String phrase, String instead) {}
}
