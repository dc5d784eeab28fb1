package org.facies.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys of a file as a page of Markdown: a table for the file, below it one for each group of keys, and at the end
 * one for each closed choice.
 *
 * <pre>{@code
 * String tables = new MarkdownReference(MetricsFile.FILE.reference(), Map.of()).tables();
 * }</pre>
 */
public final class MarkdownReference {
    /** Of a group with more paths than this, one path is given as an example. */
    private static final int MOST_PATHS = 6;

    private static final String HEAD = """
            | key | type | meaning | unit, range | when null or absent |
            |---|---|---|---|---|
            """;

    private static final String HEAD_OF_WORDS = """
            | word | meaning |
            |---|---|
            """;

    private final List<GroupReference> groups;
    private final Map<Class<?>, String> titles = new LinkedHashMap<>();
    private final Map<Class<?>, String> elsewhere;

    /**
     * Prepares a page.
     *
     * @param groups of one file
     * @param elsewhere closed choices that another page describes, with its address
     */
    public MarkdownReference(List<GroupReference> groups, Map<Class<?>, String> elsewhere) {
        this.groups = Stream.concat(
                        groups.stream().filter(group -> !group.type().isEnum()),
                        groups.stream().filter(group -> group.type().isEnum()))
                .toList();
        this.elsewhere = Map.copyOf(elsewhere);
        Map<String, Long> shortTitles = groups.stream()
                .map(group -> title(group, group.type().getSimpleName()))
                .collect(Collectors.groupingBy(MarkdownReference::anchor, Collectors.counting()));
        Set<String> taken = new HashSet<>();
        for (GroupReference group : groups) {
            String title = title(group, group.type().getSimpleName());
            if (shortTitles.get(anchor(title)) > 1) {
                title = title(group, group.name());
            }
            if (!taken.add(anchor(title))) {
                throw new IllegalStateException("two groups have the title " + title + ": name one in meanings");
            }
            titles.put(group.type(), title);
        }
    }

    /** All tables with their headings. */
    public String tables() {
        StringBuilder page = new StringBuilder();
        for (int g = 0; g < groups.size(); g++) {
            GroupReference group = groups.get(g);
            if (!elsewhere.containsKey(group.type())) {
                page.append(g == 0 ? "" : "\n");
                addGroup(page, group, g == 0);
            }
        }
        return page.toString();
    }

    private void addGroup(StringBuilder page, GroupReference group, boolean isFile) {
        page.append(isFile ? "## Keys\n\n" : "## " + titles.get(group.type()) + "\n\n");
        List<String> said = new ArrayList<>();
        if (group.meaning().isKnown()) {
            said.add(sentence(group.meaning().sentence()));
        }
        if (!group.paths().isEmpty() && group.paths().size() <= MOST_PATHS) {
            said.add("At "
                    + String.join(
                            ", ",
                            group.paths().stream().map(MarkdownReference::code).toList()) + ".");
        } else if (!group.paths().isEmpty()) {
            said.add("At " + group.paths().size() + " places, for example "
                    + code(group.paths().get(0)) + ".");
        }
        if (!said.isEmpty()) {
            page.append(String.join(" ", said)).append("\n\n");
        }
        page.append(group.type().isEnum() ? HEAD_OF_WORDS : HEAD);
        for (KeyReference key : group.keys()) {
            page.append(group.type().isEnum() ? word(key) : row(key)).append('\n');
        }
    }

    private static String word(KeyReference word) {
        return "| " + code(word.key()) + " | " + cell(word.meaning().sentence()) + " |";
    }

    private String row(KeyReference key) {
        Meaning meaning = key.meaning();
        return "| " + code(key.key()) + " | " + type(key) + " | " + cell(meaning.text()) + " | " + cell(meaning.range())
                + " | " + cell(meaning.undefined()) + " |";
    }

    /** The name of a group or of the words takes the place of "group". */
    private String type(KeyReference key) {
        String type = cell(key.type());
        List<String> links = key.links().stream().map(this::link).toList();
        if (links.isEmpty()) {
            return type;
        }
        String last = links.get(links.size() - 1);
        boolean isNamed = key.links().get(links.size() - 1).isRecord() || type.endsWith("…");
        String own = isNamed ? last : type + " (" + last + ")";
        boolean isByWord =
                links.size() > 1 || (!key.links().get(0).isRecord() && key.key().endsWith(">"));
        if (!isByWord) {
            return own;
        }
        return links.size() > 1 ? own + ", by " + links.get(0) : type + ", by " + last;
    }

    private String link(Class<?> type) {
        String title = titles.getOrDefault(type, type.getSimpleName());
        return "[" + title + "](" + elsewhere.getOrDefault(type, "#" + anchor(title)) + ")";
    }

    /** The given title, or the words of a class name. */
    private static String title(GroupReference group, String className) {
        List<String> given = group.meaning().names();
        if (!given.isEmpty()) {
            return given.get(0);
        }
        String words = className.replace(".", " ").replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        return words.substring(0, 1) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    /** As forges and site generators make it of a heading. */
    static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    private static String sentence(String phrase) {
        String text = phrase.endsWith(".") ? phrase : phrase + ".";
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
