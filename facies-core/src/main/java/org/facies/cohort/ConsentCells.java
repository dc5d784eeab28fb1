package org.facies.cohort;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.facies.input.Likeness;
import org.facies.input.Problem;
import org.facies.input.Spelling;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/**
 * The columns of a manifest that record a family's consent: {@code consent}, and one for each purpose. A cell holds
 * {@code yes}, {@code no}, {@code withdrawn} or the last day on which the consent is valid, as 2030-12-31. An empty
 * cell permits nothing.
 */
final class ConsentCells {
    /** The column about training; a refusal in it applies to every purpose. */
    static final String PLAIN = "consent";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final List<String> WORDS = List.of("yes", "no", "withdrawn");
    private static final List<String> COLUMNS = columns();

    private final CsvTable table;
    private final LocalDate today;

    /** The meaning of a cell. */
    enum Answer {
        GIVEN,
        REFUSED,
        NOTHING
    }

    ConsentCells(CsvTable table, LocalDate today) {
        this.table = table;
        this.today = today;
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(PLAIN));
        Arrays.stream(ConsentPurpose.values()).map(ConsentPurpose::column).forEach(columns::add);
        return List.copyOf(columns);
    }

    /** Whether the manifest has any consent column, for this or another purpose. */
    boolean areThere() {
        return table.columns().stream().anyMatch(column -> Likeness.key(column).startsWith(PLAIN));
    }

    /** A problem for each cell with another text, and for each column whose name resembles one of these columns. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (String column : table.columns()) {
            if (COLUMNS.contains(column)) {
                table.rows().stream()
                        .filter(row -> answer(row.get(column)).isEmpty())
                        .forEach(row -> problems.add(cell(row, column)));
            } else {
                meant(column)
                        .ifPresent(meant -> problems.add(new Problem(
                                table.source() + " row 1",
                                column,
                                "resembles the name of a consent column but is not read as one",
                                "Name it " + meant + ", or choose a different name.")));
            }
        }
        return problems;
    }

    private static Optional<String> meant(String column) {
        Optional<String> alike = COLUMNS.stream()
                .filter(known -> Likeness.key(known).equals(Likeness.key(column)))
                .findFirst();
        if (alike.isPresent() || !Likeness.key(column).startsWith(PLAIN)) {
            return alike;
        }
        List<String> words =
                Arrays.stream(ConsentPurpose.values()).map(ConsentPurpose::word).toList();
        return Spelling.closest(Likeness.key(column).substring(PLAIN.length()), words)
                .map(word -> PLAIN + "_" + word);
    }

    private Problem cell(CsvRow row, String column) {
        return new Problem(
                table.where(row, column),
                row.get(column),
                "is not a consent value",
                Likeness.remedy(
                        row.get(column),
                        WORDS,
                        "Write yes, no, withdrawn or the last day on which the consent is valid, such as 2030-12-31."
                                + " An empty cell permits nothing."));
    }

    /** The meaning of the cell of a column; that of an empty cell if the column is absent. */
    Answer answer(CsvRow row, String column) {
        return answer(row.getOrDefault(column, "")).orElse(Answer.NOTHING);
    }

    /** The meaning of a text; empty if it has none. */
    private Optional<Answer> answer(String cell) {
        return switch (cell) {
            case "" -> Optional.of(Answer.NOTHING);
            case "yes" -> Optional.of(Answer.GIVEN);
            case "no", "withdrawn" -> Optional.of(Answer.REFUSED);
            default -> lastDay(cell).map(day -> day.isBefore(today) ? Answer.REFUSED : Answer.GIVEN);
        };
    }

    private static Optional<LocalDate> lastDay(String cell) {
        try {
            return DAY.matcher(cell).matches() ? Optional.of(LocalDate.parse(cell)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Whether a row refuses every use: {@code no} or {@code withdrawn}, but not a day that has passed. */
    boolean refusesAll(CsvRow row) {
        return List.of("no", "withdrawn").contains(row.getOrDefault(PLAIN, ""));
    }
}
