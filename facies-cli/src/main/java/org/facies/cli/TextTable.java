package org.facies.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns of text for a terminal: the first aligned left, the others right. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... header) {
        this(List.of(header));
    }

    public TextTable(List<String> header) {
        this.header = List.copyOf(header);
    }

    /**
     * Appends a row.
     *
     * @param cells as many as the header has
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
        int[] widths = IntStream.range(0, header.size()).map(this::width).toArray();
        String rule = IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP));
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths));
        lines.add(rule);
        rows.forEach(row -> lines.add(line(row, widths)));
        return String.join(System.lineSeparator(), lines);
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(length(header.get(column))),
                        rows.stream().mapToInt(row -> length(row.get(column))))
                .max()
                .orElseThrow();
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> {
                    String pad = " ".repeat(widths[i] - length(cells.get(i)));
                    return i == 0 ? cells.get(i) + pad : pad + cells.get(i);
                })
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
