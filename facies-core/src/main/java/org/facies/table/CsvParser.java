package org.facies.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.facies.input.Problem;

/** Parses bytes into a {@link CsvTable}. After a defect it continues with the next row, where that can be found. */
final class CsvParser {
    private static final String SAVE_AS_UTF_8 = "Save the file as \"CSV UTF-8\".";

    private final String source;
    private final List<Problem> problems = new ArrayList<>();
    private final List<CsvRow> rows = new ArrayList<>();
    private List<String> columns = List.of();
    private final Map<String, Integer> places = new LinkedHashMap<>();

    CsvParser(String source) {
        this.source = source;
    }

    CsvTable parse(byte[] bytes) {
        if (isUtf16(bytes)) {
            problem(source, "", "is encoded as UTF-16", SAVE_AS_UTF_8);
        } else {
            Utf8 decoded = Utf8.decode(bytes);
            decoded.badLines()
                    .forEach((line, value) -> problem(
                            source + " row " + line,
                            "",
                            String.format("is not UTF-8 (byte 0x%02X)", value),
                            SAVE_AS_UTF_8));
            parse(decoded);
        }
        return new CsvTable(source, columns, rows, problems);
    }

    private void parse(Utf8 decoded) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(decoded.text())) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                problem(source, "", "is empty", "Give a file with a header and at least one row.");
                return;
            }
            header(records.next());
            while (records.hasNext()) {
                row(records.next(), decoded.badLines());
            }
        } catch (CsvParseException malformed) {
            problem(
                    source,
                    "",
                    "is not CSV after row " + lastRow() + " (" + reason(malformed) + ")",
                    "Close every quote, and double a quote inside quotes.");
        } catch (IOException impossible) {
            throw new UncheckedIOException("text is in memory", impossible);
        }
    }

    private void header(CsvRecord record) {
        columns = record.getFields().stream().map(String::strip).toList();
        if (columns.size() == 1
                && (columns.get(0).contains(";") || columns.get(0).contains("\t"))) {
            problem(source + " row 1", columns.get(0), "is not separated by commas", "Save the file with commas.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String where = source + " row 1, column " + (i + 1);
            places.putIfAbsent(column, i);
            if (column.isEmpty()) {
                problem(where, "", "has no name", "Name the column, or remove it.");
            } else if (!seen.add(column)) {
                problem(where, column, "occurs twice", "Rename or remove one of the two columns.");
            }
        }
    }

    private void row(CsvRecord record, SortedMap<Long, Integer> badLines) {
        long number = record.getStartingLineNumber();
        if (record.getFieldCount() != columns.size()) {
            problem(
                    source + " row " + number,
                    "",
                    "has a different number of cells (" + record.getFieldCount() + ") than the header ("
                            + columns.size() + ")",
                    "Add or remove cells; put a cell that contains a comma in quotes.");
        } else if (badLines.isEmpty() || record.getFields().stream().noneMatch(cell -> cell.indexOf('\uFFFD') >= 0)) {
            List<String> cells = new ArrayList<>(record.getFields());
            cells.replaceAll(String::strip);
            rows.add(new CsvRow(number, places, cells));
        }
    }

    private long lastRow() {
        return rows.isEmpty() ? 1 : rows.get(rows.size() - 1).number();
    }

    private static String reason(CsvParseException malformed) {
        Throwable cause = malformed.getCause();
        return String.valueOf(cause instanceof CsvParseException ? cause.getMessage() : malformed.getMessage());
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    }

    private void problem(String where, String value, String what, String remedy) {
        problems.add(new Problem(where, value, what, remedy));
    }
}
