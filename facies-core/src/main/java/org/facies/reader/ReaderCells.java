package org.facies.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.facies.reader.Answer.Place;
import org.facies.table.CsvRow;

/** Reads the cells of a row of {@code readers.csv} and reports the wrong ones as problems. */
final class ReaderCells {
    private static final String AIDED = "aided";
    private static final Set<String> ARMS = Set.of("", "unaided", AIDED);
    private static final Set<String> REPEATS = Set.of("", "0", "1");
    private static final int MOST = 1_000_000;

    /** Largest difference from 1 of a sum of probabilities that counts as rounding. */
    private static final double ROUNDING = 0.01;

    /** A column for each class, whether the file has it or not. */
    private final List<String> probabilities;

    private final List<String> asked;
    private final ReaderProblems problems;

    /**
     * Reads the cells of a file.
     *
     * @param columns of the file; a class without a column of probabilities was not offered to the readers
     */
    ReaderCells(List<String> classes, List<String> columns, ReaderProblems problems) {
        this.probabilities =
                classes.stream().map(name -> ReaderFile.PROBABILITY + name).toList();
        this.asked = probabilities.stream().filter(columns::contains).toList();
        this.problems = problems;
    }

    /** The answer in the row, without the cells that are wrong. */
    Answer answer(CsvRow row, String caseId) {
        OptionalDouble confidence = number(
                row,
                ReaderFile.CONFIDENCE,
                p -> p >= 0 && p <= 1,
                "is not a confidence",
                "Write a number from 0 to 1.");
        if (confidence.isPresent() && row.get(ReaderFile.ANSWER).isEmpty()) {
            problems.of(
                    row,
                    ReaderFile.CONFIDENCE,
                    "is the confidence of an empty answer, which means \"cannot say\"",
                    "Fill in the answer, or leave the confidence empty.");
        }
        OptionalDouble seconds =
                number(row, ReaderFile.SECONDS, s -> s > 0, "is not a time in seconds", "Write a number above 0.");
        return new Answer(caseId, row.get(ReaderFile.ANSWER), confidence, seconds, place(row), probabilities(row));
    }

    boolean isAided(CsvRow row) {
        check(row, ReaderFile.ARM, ARMS, "Write unaided or aided.");
        return row.getOrDefault(ReaderFile.ARM, "").equals(AIDED);
    }

    boolean isRepeat(CsvRow row) {
        check(row, ReaderFile.REPEAT, REPEATS, "Write 0, or 1 for the second time that the reader saw the case.");
        return row.getOrDefault(ReaderFile.REPEAT, "").equals("1");
    }

    private void check(CsvRow row, String column, Set<String> allowed, String remedy) {
        if (!allowed.contains(row.getOrDefault(column, ""))) {
            problems.of(row, column, "is not a known value", remedy);
        }
    }

    private Optional<Place> place(CsvRow row) {
        OptionalInt position = whole(row, ReaderFile.POSITION, 1, "is not a position");
        OptionalInt block = whole(row, ReaderFile.BLOCK, 0, "is not a block number");
        return position.isPresent() ? Optional.of(new Place(position.getAsInt(), block.orElse(0))) : Optional.empty();
    }

    private OptionalInt whole(CsvRow row, String column, int least, String what) {
        OptionalDouble number = number(
                row,
                column,
                x -> x >= least && x <= MOST && x == Math.rint(x),
                what,
                "Write a whole number that is at least " + least + ".");
        return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
    }

    /** The probabilities divided by their sum; empty if none was given. */
    private List<Double> probabilities(CsvRow row) {
        if (asked.stream().allMatch(column -> row.get(column).isEmpty())) {
            return List.of();
        }
        int before = problems.count();
        double[] given = probabilities.stream()
                .mapToDouble(column -> asked.contains(column) ? probability(row, column) : 0)
                .toArray();
        double sum = Arrays.stream(given).sum();
        if (problems.count() == before && Math.abs(sum - 1) > ROUNDING) {
            problems.of(
                    row,
                    asked.get(0),
                    "and the probabilities of the other classes do not sum to 1",
                    "Write probabilities that sum to 1.");
        }
        return problems.count() > before
                ? List.of()
                : Arrays.stream(given).mapToObj(p -> p / sum).toList();
    }

    private double probability(CsvRow row, String column) {
        if (row.get(column).isEmpty()) {
            problems.of(
                    row,
                    column,
                    "is empty, although other classes have a probability",
                    "Fill in all of them, or none.");
        }
        return number(row, column, p -> p >= 0 && p <= 1, "is not a probability", "Write a number from 0 to 1.")
                .orElse(0);
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
            // reported below, like a number out of range
        }
        problems.of(row, column, what, remedy);
        return OptionalDouble.empty();
    }
}
