package org.facies.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import org.facies.input.BadInput;
import org.facies.input.Likeness;
import org.facies.input.Problem;
import org.facies.metric.Level;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** {@code readers.csv}, read with every defect named. */
final class ReaderFile {
    private static final String READER = "reader";
    private static final String PHOTO = "photo";
    private static final String SUBJECT = "subject";
    private static final String ANSWER = "answer";
    private static final String CONFIDENCE = "confidence";
    private static final String SECONDS = "seconds";
    private static final String EXPERIENCE = "experience";
    private static final Set<String> KNOWN = Set.of(READER, PHOTO, SUBJECT, ANSWER, CONFIDENCE, SECONDS, EXPERIENCE);

    private final CsvTable table;
    private final List<String> classes;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, List<Answer>> answers = new LinkedHashMap<>();
    private final Map<String, CsvRow> firstRow = new HashMap<>();
    private final Map<List<String>, CsvRow> answered = new HashMap<>();

    private ReaderFile(CsvTable table, List<String> classes) {
        this.table = table;
        this.classes = classes;
    }

    static ReaderAnswers read(Path csv, PredictionTable predictions) {
        ReaderFile file = new ReaderFile(CsvTable.read(csv).require(READER, ANSWER), predictions.classes());
        Level level = file.level();
        Set<String> cases = predictions.predictions().stream()
                .map(level == Level.PHOTO ? Prediction::photo : Prediction::subject)
                .collect(Collectors.toSet());
        file.checkOverlap(cases);
        file.table.rows().forEach(row -> file.take(row, cases));
        file.throwIfWrong();
        return new ReaderAnswers(
                level,
                file.answers.entrySet().stream()
                        .map(reader -> new Reader(reader.getKey(), file.experience(reader.getKey()), reader.getValue()))
                        .toList());
    }

    private String column() {
        return filled(SUBJECT).isPresent() || !table.columns().contains(PHOTO) ? SUBJECT : PHOTO;
    }

    /** Checks the columns, and finds out what the readers saw as one case. */
    private Level level() {
        table.columns().stream()
                .filter(column -> !KNOWN.contains(column))
                .forEach(column -> problem(
                        table.source() + " row 1",
                        column,
                        "is not a known column",
                        "Remove the column; known are reader, photo or subject, answer, confidence, seconds and"
                                + " experience."));
        if (!table.columns().contains(PHOTO) && !table.columns().contains(SUBJECT)) {
            problem(
                    table.source() + " row 1",
                    "",
                    "has neither a column subject nor a column photo",
                    "Name the case that was judged in one of them.");
        } else if (table.rows().isEmpty()) {
            problem(table.source(), "", "has no answer", "Give a file with at least one row.");
        }
        throwIfWrong();
        Optional<CsvRow> photo = filled(PHOTO);
        Optional<CsvRow> subject = filled(SUBJECT);
        if (photo.isPresent() && subject.isPresent()) {
            problem(
                    table.source(),
                    "",
                    "has answers about photos (first in row " + photo.get().number()
                            + ") and about subjects (first in row "
                            + subject.get().number() + ")",
                    "Fill one of the two columns, and evaluate two files one by one.");
            throwIfWrong();
        }
        return column().equals(SUBJECT) ? Level.SUBJECT : Level.PHOTO;
    }

    private Optional<CsvRow> filled(String column) {
        return table.rows().stream()
                .filter(row -> !row.getOrDefault(column, "").isEmpty())
                .findFirst();
    }

    /** One sentence instead of one a row, if the file is about other cases altogether. */
    private void checkOverlap(Set<String> cases) {
        String column = column();
        Optional<CsvRow> first = filled(column);
        if (first.isPresent() && table.rows().stream().noneMatch(row -> cases.contains(row.get(column)))) {
            problem(
                    table.source(),
                    first.get().get(column),
                    "and every other " + column + " is not in the predictions",
                    "Name each " + column + " as in the predictions, for example "
                            + cases.stream().sorted().findFirst().orElseThrow() + ".");
            throwIfWrong();
        }
    }

    private void take(CsvRow row, Set<String> cases) {
        String column = column();
        String name = row.get(READER);
        int before = problems.size();
        for (String needed : List.of(READER, column, ANSWER)) {
            if (row.get(needed).isEmpty()) {
                problem(row, needed, "is empty", "Fill the cell, or remove the row.");
            }
        }
        if (!row.get(column).isEmpty() && !cases.contains(row.get(column))) {
            problem(row, column, "is not in the predictions", "Mend the name, or remove the row.");
        }
        if (!row.get(ANSWER).isEmpty() && !classes.contains(row.get(ANSWER))) {
            problem(row, ANSWER, "is not a class of the predictions", Likeness.remedy(row.get(ANSWER), classes));
        }
        OptionalDouble confidence =
                number(row, CONFIDENCE, p -> p >= 0 && p <= 1, "is not a confidence", "Give a number from 0 to 1.");
        OptionalDouble seconds = number(row, SECONDS, s -> s > 0, "is not a time in seconds", "Give a number above 0.");
        if (name.isEmpty()) {
            return;
        }
        checkExperience(row, firstRow.computeIfAbsent(name, first -> row));
        CsvRow earlier = answered.putIfAbsent(List.of(name, row.get(column)), row);
        if (earlier != null && !row.get(column).isEmpty()) {
            problem(
                    row,
                    column,
                    "was judged by " + name + " before, in row " + earlier.number(),
                    "Keep one of the two rows.");
        }
        if (problems.size() == before) {
            answers.computeIfAbsent(name, none -> new ArrayList<>())
                    .add(new Answer(row.get(column), row.get(ANSWER), confidence, seconds));
        }
    }

    private void checkExperience(CsvRow row, CsvRow first) {
        String before = first.getOrDefault(EXPERIENCE, "");
        if (!row.getOrDefault(EXPERIENCE, "").equals(before)) {
            problem(
                    row,
                    EXPERIENCE,
                    "contradicts \"" + before + "\" of the same reader in row " + first.number(),
                    "Give one experience a reader, the same in each row.");
        }
    }

    private String experience(String reader) {
        return firstRow.get(reader).getOrDefault(EXPERIENCE, "");
    }

    private OptionalDouble number(CsvRow row, String column, DoublePredicate allowed, String what, String remedy) {
        String text = row.getOrDefault(column, "");
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value) && allowed.test(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException notANumber) {
            // told below, like a number out of range
        }
        problem(row, column, what, remedy);
        return OptionalDouble.empty();
    }

    private void problem(CsvRow row, String column, String what, String remedy) {
        problem(table.where(row, column), row.get(column), what, remedy);
    }

    private void problem(String where, String value, String what, String remedy) {
        problems.add(new Problem(where, value, what, remedy));
    }

    private void throwIfWrong() {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
