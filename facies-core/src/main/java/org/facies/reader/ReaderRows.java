package org.facies.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.input.Likeness;
import org.facies.reader.Answer.Place;
import org.facies.reader.Reader.FurtherAnswers;
import org.facies.table.CsvRow;

/** Collects the rows of a {@code readers.csv} and builds the readers from them. */
final class ReaderRows {
    private static final String SIMULATED = "simulated";

    private final String column;
    private final List<String> classes;
    private final Set<String> cases;
    private final ReaderProblems problems;
    private final ReaderCells cells;
    private final Map<String, CsvRow> firstRow = new LinkedHashMap<>();
    private final Map<Key, CsvRow> rows = new LinkedHashMap<>();
    private final Map<Key, Answer> answers = new LinkedHashMap<>();
    private final Map<List<Object>, Key> shown = new HashMap<>();

    /** One answer of a reader. */
    private record Key(String reader, String caseId, boolean isAided, boolean isRepeat) {
        private Key first() {
            return new Key(reader, caseId, isAided, false);
        }

        private boolean isOfSameShowing(Key other) {
            return caseId.equals(other.caseId) && isRepeat == other.isRepeat;
        }
    }

    /**
     * Starts without a row.
     *
     * @param column with the id of the case
     * @param columns of the file
     * @param cases all known cases
     */
    ReaderRows(String column, List<String> classes, List<String> columns, Set<String> cases, ReaderProblems problems) {
        this.column = column;
        this.classes = classes;
        this.cases = cases;
        this.problems = problems;
        this.cells = new ReaderCells(classes, columns, problems);
    }

    void take(CsvRow row) {
        int before = problems.count();
        String name = row.get(ReaderFile.READER);
        String caseId = row.get(column);
        String diagnosis = row.get(ReaderFile.ANSWER);
        for (String needed : List.of(ReaderFile.READER, column)) {
            if (row.get(needed).isEmpty()) {
                problems.of(row, needed, "is empty", "Fill in the cell, or remove the row.");
            }
        }
        if (!caseId.isEmpty() && !cases.contains(caseId)) {
            problems.of(row, column, "is not in the predictions", "Correct the name, or remove the row.");
        }
        if (!diagnosis.isEmpty() && !classes.contains(diagnosis)) {
            problems.of(
                    row, ReaderFile.ANSWER, "is not a class of the predictions", Likeness.remedy(diagnosis, classes));
        }
        Answer answer = cells.answer(row, caseId);
        Key key = new Key(name, caseId, cells.isAided(row), cells.isRepeat(row));
        if (name.isEmpty()) {
            return;
        }
        CsvRow first = firstRow.computeIfAbsent(name, none -> row);
        checkExperience(row, first);
        if (!caseId.isEmpty()) {
            checkOnce(row, key);
            answer.place().ifPresent(place -> checkPlace(row, key, place));
        }
        if (problems.count() == before) {
            answers.put(key, answer);
        }
    }

    private void checkOnce(CsvRow row, Key key) {
        CsvRow earlier = rows.putIfAbsent(key, row);
        if (earlier != null) {
            problems.of(
                    row,
                    column,
                    "was already answered by " + key.reader() + " in row " + earlier.number(),
                    "Keep one of the two rows.");
        }
    }

    private void checkPlace(CsvRow row, Key key, Place place) {
        Key other = shown.putIfAbsent(List.of(key.reader(), place.position()), key);
        if (other != null && !other.isOfSameShowing(key)) {
            problems.of(
                    row,
                    ReaderFile.POSITION,
                    "is also the position of another case of " + key.reader() + ", in row "
                            + rows.get(other).number(),
                    "Give each case of a reader a different position.");
        }
    }

    private void checkExperience(CsvRow row, CsvRow first) {
        String before = first.getOrDefault(ReaderFile.EXPERIENCE, "");
        if (!row.getOrDefault(ReaderFile.EXPERIENCE, "").equals(before)) {
            problems.of(
                    row,
                    ReaderFile.EXPERIENCE,
                    "contradicts \"" + before + "\" for the same reader in row " + first.number(),
                    "Write the same experience in every row of a reader.");
        }
    }

    /** The readers in the order of the file. Problems that concern several rows of a reader are reported. */
    List<Reader> readers() {
        rows.forEach((key, row) -> {
            if (key.isRepeat() && !rows.containsKey(key.first())) {
                problems.of(
                        row,
                        ReaderFile.REPEAT,
                        "has no first answer: no row has the same case, reader and arm and repeat 0",
                        "Add that row, or write 0 if the case was shown once.");
            }
        });
        List<Reader> readers = new ArrayList<>();
        firstRow.forEach((name, row) -> reader(name, row).ifPresent(readers::add));
        return readers;
    }

    private Optional<Reader> reader(String name, CsvRow first) {
        boolean hasUnaided =
                rows.keySet().stream().anyMatch(key -> key.reader().equals(name) && !key.isAided() && !key.isRepeat());
        List<Answer> unaided = answers(name, false, false);
        if (!hasUnaided && !answers(name, true, false).isEmpty()) {
            problems.of(
                    first,
                    ReaderFile.READER,
                    "has no unaided answer",
                    "Add the answers without the model, or remove the reader.");
        }
        return unaided.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reader(
                        name,
                        first.getOrDefault(ReaderFile.EXPERIENCE, ""),
                        unaided,
                        new FurtherAnswers(answers(name, true, false), answers(name, false, true)),
                        isSimulated(first.getOrDefault(ReaderFile.EXPERIENCE, ""))));
    }

    /** Whether the experience marks a simulated reader: the word alone, or before a simulated experience. */
    private static boolean isSimulated(String experience) {
        return experience.equals(SIMULATED) || experience.startsWith(SIMULATED + ",");
    }

    private List<Answer> answers(String reader, boolean isAided, boolean isRepeat) {
        List<Answer> own = new ArrayList<>();
        answers.forEach((key, answer) -> {
            if (key.reader().equals(reader) && key.isAided() == isAided && key.isRepeat() == isRepeat) {
                own.add(answer);
            }
        });
        return own;
    }
}
