package org.facies.errors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code docs/reference/errors.md}: every error by area, with what to do. */
final class ErrorPage {
    private static final int MOST_PLACES = 3;
    private static final Pattern PLACEHOLDER = Pattern.compile("<([^<>]*)>");

    private static final String HEAD = """
            <!-- Written by ErrorReferenceTest from the sources; Change the messages, not this page. -->

            # Errors

            An error says where it is, what is wrong and what to do:

            ```
            study.yaml, folds.k: "1" is out of range. Write a number of 2 or more, for example 5.
            ```

            The command reports all errors of an input together and ends with an exit code:

            | exit code | meaning |
            |---|---|
            | 0 | done |
            | 1 | the command line is wrong; the usage is printed |
            | 2 | a file, a value or the state of a folder is wrong; nothing was changed unless the message says so |
            | 3 | a bug in Facies; the message names a file with the details |
            | 130 | interrupted; the same command resumes, where it can |

            This page lists the errors by area. Words in *italics* stand for what the message shows, such as a file or a
            number. To look one up, search for words that do not depend on the input.
            """;

    private record Row(String what, String remedy) {}

    private ErrorPage() {}

    static String write(List<ErrorText> errors) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\n");
        for (Area area : Area.ALL) {
            page.append("- [")
                    .append(area.title())
                    .append("](#")
                    .append(anchor(area))
                    .append(")\n");
        }
        for (Area area : Area.ALL) {
            List<ErrorText> own =
                    errors.stream().filter(error -> of(error).equals(area)).toList();
            page.append("\n## ")
                    .append(area.title())
                    .append("\n\n")
                    .append(area.about())
                    .append("\n\n");
            page.append("| where | what is wrong | what to do |\n|---|---|---|\n");
            rows(own).forEach(row -> page.append(row).append("\n"));
        }
        return page.toString();
    }

    /** The area of an error. */
    static Area of(ErrorText error) {
        Area best = Area.ALL.stream()
                .max(Comparator.comparingInt(area -> area.fit(error.file())))
                .orElseThrow();
        if (best.fit(error.file()) == 0) {
            throw new IllegalStateException("no area of the page has " + error.file());
        }
        return best;
    }

    private static String anchor(Area area) {
        return area.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").replace(' ', '-');
    }

    private static List<String> rows(List<ErrorText> errors) {
        Map<Row, Set<String>> places =
                new TreeMap<>(Comparator.comparing(Row::what).thenComparing(Row::remedy));
        Set<String> kinds = errors.stream().map(ErrorText::what).collect(Collectors.toSet());
        for (ErrorText error : errors) {
            String what = error.what();
            boolean isVariant = kinds.contains(what.replaceFirst("is (a list|a group of keys), not ", "is not "));
            if (!what.contains(", not ") || !isVariant || !what.matches(".*is (a list|a group of keys), not .*")) {
                places.computeIfAbsent(new Row(what, error.remedy()), first -> new TreeSet<>())
                        .add(error.where());
            }
        }
        List<String> lines = new ArrayList<>();
        Map<Row, Set<String>> remedies =
                new TreeMap<>(Comparator.comparing(Row::what).thenComparing(Row::remedy));
        places.forEach(
                (row, where) -> remedies.computeIfAbsent(new Row(row.what, places(where)), first -> new TreeSet<>())
                        .add(told(row)));
        remedies.forEach((row, texts) -> lines.add("| " + cell(row.remedy) + " | " + cell(row.what) + " | "
                + texts.stream()
                        .filter(text -> texts.stream().noneMatch(other -> isPartOf(text, other)))
                        .map(ErrorPage::cell)
                        .collect(Collectors.joining("<br>or: "))
                + " |"));
        lines.sort(Comparator.comparing(line -> line.toLowerCase(Locale.ROOT).replaceAll("[^a-z|]", "")));
        return lines;
    }

    private static String told(Row row) {
        boolean isElsewhere =
                row.remedy.isEmpty() || PLACEHOLDER.matcher(row.remedy).matches();
        return isElsewhere ? "The message says what to do." : row.remedy;
    }

    /** Whether another remedy says the same and more. */
    private static boolean isPartOf(String remedy, String other) {
        return other.length() > remedy.length() && other.startsWith(remedy.substring(0, remedy.length() - 1) + ",");
    }

    /** A few of the places; a placeholder says less than a name. */
    private static String places(Set<String> where) {
        List<String> named = where.stream()
                .filter(place -> !place.isBlank() && !PLACEHOLDER.matcher(place).matches())
                .toList();
        List<String> shown = named.isEmpty()
                ? where.stream().filter(place -> !place.isBlank()).limit(1).toList()
                : named;
        return shown.size() > MOST_PLACES
                ? String.join("; ", shown.subList(0, MOST_PLACES)) + "; …"
                : String.join("; ", shown);
    }

    private static String cell(String text) {
        StringBuilder cell = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(text.replace("\n", " "));
        int from = 0;
        while (placeholder.find()) {
            cell.append(escaped(
                    placeholder.group().isEmpty() ? "" : text.replace("\n", " ").substring(from, placeholder.start())));
            cell.append("*").append(placeholder.group(1)).append("*");
            from = placeholder.end();
        }
        return cell.append(escaped(text.replace("\n", " ").substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replaceAll("([*_`|\\[\\]])", "\\\\$1")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
