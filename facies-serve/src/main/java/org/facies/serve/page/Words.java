package org.facies.serve.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of the pages in one language, from {@code strings_LANGUAGE.properties}.
 *
 * <pre>{@code
 * Words.of("de").fill("read.case", 3, 60); // Fall 3 von 60
 * }</pre>
 */
public final class Words {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<Words> ALL =
            Stream.of("en", "de").map(Words::read).toList();

    private final String language;
    private final Map<String, String> texts;

    private Words(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /** All languages, English first. */
    public static List<Words> all() {
        return ALL;
    }

    /** The texts of a language; English if the language is unknown. */
    public static Words of(String language) {
        return ALL.stream()
                .filter(words -> words.language.equals(language))
                .findFirst()
                .orElse(ALL.get(0));
    }

    /** The language code, such as {@code en}. */
    public String language() {
        return language;
    }

    /** The text of a key. */
    public String get(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text is called " + key);
        }
        return text;
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The text of a key with {@code {0}}, {@code {1}} and so on filled in. */
    public String fill(String key, Object... values) {
        return PLACE.matcher(get(key))
                .replaceAll(place -> Matcher.quoteReplacement(String.valueOf(values[number(place)])));
    }

    private static int number(MatchResult place) {
        return Integer.parseInt(place.group(1));
    }

    /** A time, in UTC. */
    public String time(Instant time) {
        return TIME.format(time);
    }

    /** The texts whose keys start with a prefix, by the rest of the key. */
    public Map<String, String> under(String prefix) {
        Map<String, String> found = new TreeMap<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), text);
            }
        });
        return found;
    }

    /** Every text by its key. */
    Map<String, String> texts() {
        return texts;
    }

    private static Words read(String language) {
        String file = "strings_" + language + ".properties";
        Properties read = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<String, String> texts = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
        return new Words(language, Map.copyOf(texts));
    }
}
