package org.facies.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of text for a terminal: the first column is aligned left, the others right. A table wider than the terminal
 * is printed in several blocks, each with the first column. Headings and long texts are wrapped; numbers are not.
 */
public final class TextTable {
    /** The width if no terminal is attached. */
    static final int USUAL_WIDTH = 100;

    private static final int LEAST_WIDTH = 40;
    private static final String GAP = "  ";

    /** Alignment of the columns after the first: numbers to the right, words to the left. */
    public enum Body {
        NUMBERS,
        WORDS
    }

    private final Body body;
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... header) {
        this(List.of(header));
    }

    public TextTable(List<String> header) {
        this(Body.NUMBERS, header);
    }

    public TextTable(Body body, List<String> header) {
        this.body = body;
        this.header = List.copyOf(header);
    }

    /**
     * Appends a row.
     *
     * @param cells one for each column of the header
     */
    public TextTable row(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(cells.size() + " cells under " + header.size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    public TextTable row(Object... cells) {
        return row(IntStream.range(0, cells.length)
                .mapToObj(i -> String.valueOf(cells[i]))
                .toList());
    }

    @Override
    public String toString() {
        return within(USUAL_WIDTH);
    }

    /**
     * The table as lines.
     *
     * @param columns the maximum width of a line; at least 40 are used
     */
    public String within(int columns) {
        int limit = Math.max(columns, LEAST_WIDTH);
        int[] widths = narrow(limit);
        List<String> blocks = new ArrayList<>();
        for (List<Integer> block : blocks(widths, limit)) {
            blocks.add(print(block, widened(block, widths, limit)));
        }
        return String.join(System.lineSeparator().repeat(2), blocks);
    }

    /**
     * The smallest widths: headings are wrapped to the width of their cells, and the first column if it leaves no room.
     */
    private int[] narrow(int limit) {
        int[] widths = new int[header.size()];
        for (int i = 1; i < widths.length; i++) {
            widths[i] = Math.max(least(i), DisplayWidth.unbroken(header.get(i)));
        }
        int others =
                IntStream.of(widths).skip(1).map(width -> width + GAP.length()).sum();
        widths[0] = Math.min(natural(0), room(limit, others));
        for (int i = 1; i < widths.length; i++) {
            widths[i] = Math.min(widths[i], limit - GAP.length() - widths[0]);
        }
        return widths;
    }

    /**
     * The width of the first column: one that keeps the table in one block without cutting a word, otherwise at least
     * half a line.
     */
    private int room(int limit, int others) {
        int left = limit - others;
        int longestWord = Stream.concat(Stream.of(header), rows.stream())
                .mapToInt(row -> DisplayWidth.longestWord(row.get(0)))
                .max()
                .orElseThrow();
        return left >= longestWord ? left : Math.max(left, (limit - GAP.length()) / 2);
    }

    /** The columns of each block; the first column is in all of them. */
    private static List<List<Integer>> blocks(int[] widths, int limit) {
        List<List<Integer>> blocks = new ArrayList<>();
        List<Integer> block = new ArrayList<>(List.of(0));
        int used = widths[0];
        for (int i = 1; i < widths.length; i++) {
            if (used + GAP.length() + widths[i] > limit) {
                blocks.add(block);
                block = new ArrayList<>(List.of(0));
                used = widths[0];
            }
            block.add(i);
            used += GAP.length() + widths[i];
        }
        blocks.add(block);
        return blocks;
    }

    /** Gives the free space of a block to headings and texts that would be wrapped. */
    private int[] widened(List<Integer> block, int[] widths, int limit) {
        int[] wide = block.stream().mapToInt(i -> widths[i]).toArray();
        int room = limit - IntStream.of(wide).sum() - GAP.length() * (wide.length - 1);
        for (int i = 0; i < wide.length; i++) {
            int more = Math.min(room, natural(block.get(i)) - wide[i]);
            wide[i] += more;
            room -= more;
        }
        return wide;
    }

    private int natural(int column) {
        return Math.max(DisplayWidth.of(header.get(column)), body(column));
    }

    /** Wraps words before it divides the table. */
    private int least(int column) {
        return body == Body.NUMBERS
                ? body(column)
                : rows.stream()
                        .mapToInt(row -> DisplayWidth.unbroken(row.get(column)))
                        .max()
                        .orElse(0);
    }

    private int body(int column) {
        return rows.stream()
                .mapToInt(row -> DisplayWidth.of(row.get(column)))
                .max()
                .orElse(0);
    }

    private String print(List<Integer> block, int[] widths) {
        List<String> lines = new ArrayList<>(lines(block, header, widths));
        lines.add(IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP)));
        rows.forEach(row -> lines.addAll(lines(block, row, widths)));
        return String.join(System.lineSeparator(), lines);
    }

    /** The lines of one row; their number is that of its highest cell. */
    private List<String> lines(List<Integer> block, List<String> cells, int[] widths) {
        List<List<String>> wrapped = IntStream.range(0, widths.length)
                .mapToObj(i -> DisplayWidth.lines(cells.get(block.get(i)), Math.max(2, widths[i])))
                .toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElseThrow();
        return IntStream.range(0, height)
                .mapToObj(k -> line(
                        wrapped.stream()
                                .map(cell -> k < cell.size() ? cell.get(k) : "")
                                .toList(),
                        widths))
                .toList();
    }

    private String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> {
                    String pad = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cells.get(i))));
                    return i == 0 || body == Body.WORDS ? cells.get(i) + pad : pad + cells.get(i);
                })
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }
}
