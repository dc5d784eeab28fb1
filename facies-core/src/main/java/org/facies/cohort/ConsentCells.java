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
 * The columns of a manifest that say what a family has agreed to: {@code consent}, and one for each purpose. A cell
 * says {@code yes}, {@code no}, {@code withdrawn} or the last day on which the consent holds, as 2030-12-31; an empty
 * cell permits nothing.
 */
final class ConsentCells {
    /** The column that is about training, and in which a refusal is about everything. */
    static final String PLAIN = "consent";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final List<String> WORDS = List.of("yes", "no", "withdrawn");
    private static final List<String> COLUMNS = columns();

    private final CsvTable table;
    private final LocalDate today;

    /** What a cell says. */
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

    /** Whether the manifest says anything about consent; a column of another purpose shows that families were asked. */
    boolean areThere() {
        return table.columns().stream().anyMatch(column -> Likeness.key(column).startsWith(PLAIN));
    }

    /** Every cell that says something else, and every column whose name is nearly that of one of these. */
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
                                "is nearly the name of a column about consent and is not read as one",
                                "Name it " + meant + ", or something that does not begin like it.")));
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
                "is no answer about consent",
                Likeness.remedy(
                        row.get(column),
                        WORDS,
                        "Write yes, no, withdrawn or the last day on which it holds as 2030-12-31, or leave the cell"
                                + " empty, which permits nothing."));
    }

    /** What the cell of a column says; nothing where the column is absent. */
    Answer answer(CsvRow row, String column) {
        return answer(row.getOrDefault(column, "")).orElse(Answer.NOTHING);
    }

    /** Empty if the text is no answer. */
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

    /** Whether a row refuses every use: {@code no} or {@code withdrawn}, not a day that has passed. */
    boolean refusesAll(CsvRow row) {
        return List.of("no", "withdrawn").contains(row.getOrDefault(PLAIN, ""));
    }
}
