package org.facies.reader;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.input.BadInput;
import org.facies.metric.Level;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** Reads {@code readers.csv} and reports every problem in it. */
final class ReaderFile {
    static final String READER = "reader";
    static final String PHOTO = "photo";
    static final String SUBJECT = "subject";
    static final String ARM = "arm";
    static final String ANSWER = "answer";
    static final String CONFIDENCE = "confidence";
    static final String SECONDS = "seconds";
    static final String EXPERIENCE = "experience";
    static final String POSITION = "position";
    static final String BLOCK = "block";
    static final String REPEAT = "repeat";
    static final String COMMENT = "comment";
    static final String PROBABILITY = "p_";
    private static final Set<String> KNOWN = Set.of(
            READER, PHOTO, SUBJECT, ARM, ANSWER, CONFIDENCE, SECONDS, EXPERIENCE, POSITION, BLOCK, REPEAT, COMMENT);

    private final CsvTable table;
    private final List<String> classes;
    private final ReaderProblems problems;

    private ReaderFile(CsvTable table, List<String> classes) {
        this.table = table;
        this.classes = classes;
        this.problems = new ReaderProblems(table);
    }

    static ReaderAnswers read(Path csv, PredictionTable predictions) {
        ReaderFile file = new ReaderFile(CsvTable.read(csv).require(READER, ANSWER), predictions.classes());
        Level level = file.level();
        Set<String> cases = predictions.predictions().stream()
                .map(level == Level.PHOTO ? Prediction::photo : Prediction::subject)
                .collect(Collectors.toSet());
        file.checkOverlap(cases);
        ReaderRows rows =
                new ReaderRows(file.column(), predictions.classes(), file.table.columns(), cases, file.problems);
        file.table.rows().forEach(rows::take);
        List<Reader> readers = rows.readers();
        file.problems.requireNone();
        return new ReaderAnswers(level, readers);
    }

    private String column() {
        return filled(SUBJECT).isPresent() || !table.columns().contains(PHOTO) ? SUBJECT : PHOTO;
    }

    private void checkColumns() {
        List<String> probabilities =
                classes.stream().map(name -> PROBABILITY + name).toList();
        Set<String> known =
                Stream.concat(KNOWN.stream(), probabilities.stream()).collect(Collectors.toSet());
        table.columns().stream()
                .filter(column -> !known.contains(column))
                .forEach(column -> problems.ofHeader(
                        column,
                        "is not a known column",
                        "Remove the column. The known columns are reader, photo or subject, arm, answer,"
                                + " confidence, seconds, experience, position, block, repeat, p_<class> and"
                                + " comment."));
    }

    /** Checks the columns, and determines whether cases are photos or subjects. */
    private Level level() {
        checkColumns();
        if (!table.columns().contains(PHOTO) && !table.columns().contains(SUBJECT)) {
            problems.ofHeader(
                    "",
                    "has neither a column subject nor a column photo",
                    "Add one of them, with the case of each answer.");
        } else if (table.rows().isEmpty()) {
            problems.ofFile("", "has no answer", "Use a file with at least one row.");
        }
        problems.requireNone();
        Optional<CsvRow> photo = filled(PHOTO);
        Optional<CsvRow> subject = filled(SUBJECT);
        if (photo.isPresent() && subject.isPresent()) {
            throw new BadInput(
                    table.source(),
                    "",
                    "has answers about photos (first in row " + photo.get().number()
                            + ") and about subjects (first in row "
                            + subject.get().number() + ")",
                    "Fill in only one of the two columns, or split the file and evaluate each part separately.");
        }
        return column().equals(SUBJECT) ? Level.SUBJECT : Level.PHOTO;
    }

    private Optional<CsvRow> filled(String column) {
        return table.rows().stream()
                .filter(row -> !row.getOrDefault(column, "").isEmpty())
                .findFirst();
    }

    /** Reports one problem instead of one for each row, if no case of the file is in the predictions. */
    private void checkOverlap(Set<String> cases) {
        String column = column();
        Optional<CsvRow> first = filled(column);
        if (first.isPresent() && table.rows().stream().noneMatch(row -> cases.contains(row.get(column)))) {
            problems.ofFile(
                    first.get().get(column),
                    "and every other " + column + " is not in the predictions",
                    "Write each " + column + " as in the predictions, for example "
                            + cases.stream().sorted().findFirst().orElseThrow() + ".");
            problems.requireNone();
        }
    }
}
