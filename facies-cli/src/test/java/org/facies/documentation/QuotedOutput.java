package org.facies.documentation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Output of commands as a page quotes it. A line that is {@code …} stands for any number of lines, and {@code …} within
 * a line for any text. Dates and long hashes are equal to each other.
 *
 * @param lines as quoted
 * @param numbersVary whether a number is equal to any other, and a column as wide as any other
 */
record QuotedOutput(List<String> lines, boolean numbersVary) {
    private static final String GAP = "…";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{16,}\\b");
    private static final Pattern NUMBER = Pattern.compile("[<+−–-]?\\d[\\d,.]*");
    private static final Pattern FILLING = Pattern.compile("[ ─]+");

    /** A gap too, where one block ends and the next one begins. */
    private static final String BREAK = GAP + '\t';

    /** Lines that stand together, and the gaps before them. */
    private record Part(List<String> gaps, List<String> lines) {}

    QuotedOutput {
        lines = List.copyOf(lines);
    }

    /** One block as it is; of several, each is a part of the output, from its beginning to its end. */
    static QuotedOutput ofBlocks(List<List<String>> blocks, boolean numbersVary) {
        List<String> lines = new ArrayList<>();
        for (List<String> block : blocks) {
            if (!lines.isEmpty()) {
                lines.add(BREAK);
            }
            lines.addAll(block);
        }
        return new QuotedOutput(lines, numbersVary);
    }

    /** The lines of each block. */
    List<List<String>> blocks() {
        List<List<String>> blocks = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : lines) {
            if (line.equals(BREAK)) {
                blocks.add(new ArrayList<>());
            } else {
                blocks.get(blocks.size() - 1).add(line);
            }
        }
        return blocks;
    }

    boolean matches(List<String> printed) {
        return matches(0, printed, 0);
    }

    private boolean matches(int quoted, List<String> printed, int at) {
        if (quoted == lines.size()) {
            return at == printed.size();
        }
        if (lines.get(quoted).strip().equals(GAP)) {
            for (int next = at; next <= printed.size(); next++) {
                if (matches(quoted + 1, printed, next)) {
                    return true;
                }
            }
            return false;
        }
        return at < printed.size() && same(lines.get(quoted), printed.get(at)) && matches(quoted + 1, printed, at + 1);
    }

    private boolean same(String quoted, String printed) {
        String pattern = String.join(
                ".*",
                Pattern.compile(GAP)
                        .splitAsStream(plain(quoted))
                        .map(Pattern::quote)
                        .toList());
        return Pattern.matches(pattern + (quoted.endsWith(GAP) ? ".*" : ""), plain(printed));
    }

    private String plain(String line) {
        String dated = HASH.matcher(DATE.matcher(line.stripTrailing()).replaceAll("DATE"))
                .replaceAll("HASH");
        return numbersVary
                ? FILLING.matcher(NUMBER.matcher(dated).replaceAll("#"))
                        .replaceAll(" ")
                        .strip()
                : dated;
    }

    /**
     * The quote of what was printed this time. Each part between two gaps is replaced by as many lines that are most
     * like it; a line with a gap in it that still matches stays. A quote without a gap becomes all that was printed.
     */
    QuotedOutput refreshed(List<String> printed) {
        List<Part> parts = parts();
        if (parts.size() == 1 && parts.get(0).gaps.isEmpty()) {
            return new QuotedOutput(kept(lines, printed), numbersVary);
        }
        int[] places = places(parts, printed);
        List<String> quote = new ArrayList<>();
        for (int number = 0; number < places.length; number++) {
            Part part = parts.get(number);
            int to = Math.min(printed.size(), places[number] + part.lines.size());
            quote.addAll(part.gaps);
            quote.addAll(kept(part.lines, printed.subList(places[number], to)));
        }
        return new QuotedOutput(quote, numbersVary);
    }

    /** What was printed, but for lines that were quoted with a gap in them and still match. */
    private List<String> kept(List<String> quoted, List<String> printed) {
        return IntStream.range(0, printed.size())
                .mapToObj(line -> line < quoted.size()
                                && quoted.get(line).contains(GAP)
                                && same(quoted.get(line), printed.get(line))
                        ? quoted.get(line)
                        : printed.get(line))
                .toList();
    }

    /** A quote that ends with a gap ends with a part without lines. */
    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        List<String> together = new ArrayList<>();
        for (String line : lines) {
            if (!line.strip().equals(GAP)) {
                together.add(line);
                continue;
            }
            if (!together.isEmpty()) {
                parts.add(new Part(List.copyOf(gaps), List.copyOf(together)));
                gaps.clear();
                together.clear();
            }
            gaps.add(line);
        }
        parts.add(new Part(List.copyOf(gaps), List.copyOf(together)));
        return parts;
    }

    /**
     * The line where each part begins, one after the other, so that the parts are as similar as possible to what was
     * printed there. The first part begins at the top if there is no gap before it, and the last one ends at the end.
     */
    private static int[] places(List<Part> parts, List<String> printed) {
        int lines = printed.size();
        double[][] best = new double[parts.size() + 1][lines + 1];
        int[][] place = new int[parts.size()][lines + 1];
        for (int number = parts.size() - 1; number >= 0; number--) {
            Part part = parts.get(number);
            int size = part.lines.size();
            for (int at = lines; at >= 0; at--) {
                int first = number == parts.size() - 1 ? Math.max(at, lines - size) : at;
                best[number][at] = -1;
                for (int from = first; from <= (part.gaps.isEmpty() ? at : lines); from++) {
                    double likeness =
                            likeness(part.lines, printed, from) + best[number + 1][Math.min(lines, from + size)];
                    if (likeness > best[number][at]) {
                        best[number][at] = likeness;
                        place[number][at] = from;
                    }
                }
            }
        }
        int[] places = new int[parts.size()];
        int at = 0;
        for (int number = 0; number < places.length; number++) {
            places[number] = place[number][at];
            at = Math.min(lines, places[number] + parts.get(number).lines.size());
        }
        return places;
    }

    private static double likeness(List<String> part, List<String> printed, int from) {
        double likeness = 0;
        for (int line = 0; line < part.size() && from + line < printed.size(); line++) {
            likeness += likeness(part.get(line), printed.get(from + line));
        }
        return likeness;
    }

    /** The share of words, numbers apart, that two lines have in common. */
    private static double likeness(String first, String second) {
        Set<String> one = words(first);
        Set<String> other = words(second);
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty() ? 0.5 : 0;
        }
        Set<String> both = new TreeSet<>(one);
        both.retainAll(other);
        return 2.0 * both.size() / (one.size() + other.size());
    }

    private static Set<String> words(String line) {
        Set<String> words = new TreeSet<>();
        Collections.addAll(words, NUMBER.matcher(line).replaceAll("#").strip().split("\\s+"));
        words.remove("");
        return words;
    }
}
