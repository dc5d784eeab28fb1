package org.facies.metric;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.table.CsvFile;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/** {@code predictions.csv}, read with every defect named. */
final class PredictionFile {
    private static final String FOLD = "fold";
    private static final String DIVISION = "division";
    private static final String SEED = "seed";
    private static final List<String> REQUIRED = List.of("model", FOLD, "photo", "subject", "diagnosis");

    /** Columns that may be absent and are then 0. */
    private static final List<String> OPTIONAL = List.of(DIVISION, SEED);

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{0,9}");
    private static final Pattern SEED_NUMBER = Pattern.compile("-?\\d{1,18}|");
    private static final String PREDICTED = "predicted";
    private static final String PROBABILITY = "p_";
    /** A stated class may be behind the most probable one by as much as rounding in other tools explains. */
    private static final double TIE = 1e-6;

    private final PredictionRules rules;
    private final CsvTable table;
    private final List<String> columns;
    private final List<String> classes;
    private final LogProbabilityColumns logarithms;
    private final List<Problem> problems = new ArrayList<>();
    private final PredictionConsistency consistency = new PredictionConsistency();

    /** One object for each text, which saves memory and makes comparisons fast. */
    private final Map<String, String> texts = new HashMap<>();

    private PredictionFile(CsvTable table, PredictionRules rules) {
        this.rules = rules;
        this.table = table;
        this.columns = table.columns().stream()
                .filter(column -> column.startsWith(PROBABILITY))
                .toList();
        this.classes = columns.stream()
                .map(column -> column.substring(PROBABILITY.length()))
                .toList();
        this.logarithms = new LogProbabilityColumns(table.columns(), classes);
    }

    static void write(Path csv, PredictionTable table) {
        List<String> header = Stream.of(
                        Stream.of("model", DIVISION, SEED, FOLD, "photo", "subject", "diagnosis", PREDICTED),
                        table.classes().stream().map(name -> PROBABILITY + name),
                        LogProbabilityColumns.names(table.classes()).stream())
                .flatMap(columns -> columns)
                .toList();
        CsvFile.write(
                csv,
                header,
                () -> table.predictions().stream()
                        .map(prediction -> cells(table, prediction))
                        .iterator());
    }

    private static List<String> cells(PredictionTable table, Prediction prediction) {
        List<String> cells = new ArrayList<>(List.of(
                prediction.model(),
                Integer.toString(prediction.division()),
                Long.toString(prediction.seed()),
                Integer.toString(prediction.fold()),
                prediction.photo(),
                prediction.subject(),
                prediction.diagnosis(),
                table.predicted(prediction)));
        prediction.probabilities().forEach(p -> cells.add(p.toString()));
        prediction.logProbabilities().forEach(p -> cells.add(p.toString()));
        return cells;
    }

    static PredictionTable read(Path csv, PredictionRules rules) {
        String[] required = rules.required(REQUIRED).toArray(String[]::new);
        PredictionFile file = new PredictionFile(CsvTable.read(csv).require(required), rules);
        file.checkColumns();
        List<Prediction> predictions = file.table.rows().stream()
                .flatMap(row -> file.prediction(row).stream())
                .toList();
        if (file.table.rows().isEmpty()) {
            file.problem(file.table.source(), "", "has no prediction", "Give a file with at least one row.");
        }
        if (!file.problems.isEmpty()) {
            throw new BadInput(file.problems);
        }
        return new PredictionTable(file.classes, predictions);
    }

    private void checkColumns() {
        for (String column : table.columns()) {
            if (!isKnown(column)) {
                problem(
                        table.source() + " row 1",
                        column,
                        "is not a known column",
                        "Name a probability p_<class>, and remove other columns.");
            }
        }
        if (classes.size() < 2) {
            problem(
                    table.source() + " row 1",
                    "",
                    "has " + classes.size() + " probability columns",
                    "Add a column p_<class> for each of at least two classes.");
        }
        logarithms
                .unmatched()
                .forEach(column -> problem(
                        table.source() + " row 1",
                        column,
                        table.columns().contains(column) ? "is of no class with a column p_" : "is missing",
                        "Give a column log_p_<class> for each p_<class>, or none."));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static boolean isKnown(String column) {
        return REQUIRED.contains(column)
                || OPTIONAL.contains(column)
                || column.equals(PREDICTED)
                || column.startsWith(PROBABILITY)
                || column.startsWith(LogProbabilityColumns.PREFIX);
    }

    private Optional<Prediction> prediction(CsvRow row) {
        int before = problems.size();
        checkCells(row);
        String diagnosis = row.get("diagnosis");
        if (!diagnosis.isEmpty() && !classes.contains(diagnosis)) {
            problem(
                    row,
                    "diagnosis",
                    diagnosis,
                    "has no column p_" + diagnosis,
                    "Add the column, or correct the name.");
        }
        List<Double> probabilities = probabilities(row);
        List<Double> logs = probabilities.size() == classes.size() ? logarithms(row, probabilities) : List.of();
        if (problems.size() > before) {
            return Optional.empty();
        }
        Prediction prediction = new Prediction(
                once(row.get("model")),
                Integer.parseInt(number(row, DIVISION)),
                Long.parseLong(number(row, SEED)),
                Integer.parseInt(number(row, FOLD)),
                once(row.get("photo")),
                once(row.get("subject")),
                once(diagnosis),
                probabilities,
                logs);
        consistency
                .accept(prediction)
                .ifPresent(wrong ->
                        problem(row, wrong.column(), wrong.value(), wrong.what(), "Correct or remove the row."));
        checkPredicted(row, prediction);
        return Optional.of(prediction);
    }

    private void checkCells(CsvRow row) {
        Stream.concat(REQUIRED.stream(), OPTIONAL.stream())
                .filter(column -> row.getOrDefault(column, "0").isEmpty())
                .forEach(column -> problem(row, column, "", "is empty", "Fill the cell."));
        checkNumber(row, FOLD, WHOLE_NUMBER, "Number the folds from 0.");
        checkNumber(row, DIVISION, WHOLE_NUMBER, "Number the divisions from 0.");
        checkNumber(row, SEED, SEED_NUMBER, "Give the seed of the training, or 0.");
    }

    private void checkNumber(CsvRow row, String column, Pattern pattern, String remedy) {
        if (!pattern.matcher(number(row, column)).matches()) {
            problem(row, column, number(row, column), "is not a whole number", remedy);
        }
    }

    private List<Double> logarithms(CsvRow row, List<Double> probabilities) {
        List<Double> values = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            values.add(logarithms.of(row, c, probabilities.get(c)));
            if (values.get(c).isNaN()) {
                String column = logarithms.name(c);
                problem(
                        row,
                        column,
                        row.get(column),
                        "is not the natural logarithm of " + columns.get(c),
                        "Give ln p, or leave the columns log_p_ out.");
            }
        }
        return values;
    }

    private String once(String text) {
        String before = texts.putIfAbsent(text, text);
        return before == null ? text : before;
    }

    private List<Double> probabilities(CsvRow row) {
        List<Double> values = new ArrayList<>();
        double sum = 0;
        for (String column : columns) {
            double value = number(row.get(column));
            if (value >= 0 && Double.isFinite(value)) {
                values.add(value);
                sum += value;
            } else {
                problem(row, column, row.get(column), "is not a probability", "Give a number from 0 to 1.");
            }
        }
        if (values.size() == classes.size() && !rules.accepts(sum)) {
            problem(row, columns.get(0), "", "begins probabilities that sum to " + sum, rules.remedy());
        }
        return values;
    }

    private void checkPredicted(CsvRow row, Prediction prediction) {
        String stated = row.getOrDefault(PREDICTED, "");
        String chosen = classes.get(prediction.predictedIndex());
        int index = classes.indexOf(stated);
        double highest = prediction.probabilities().get(prediction.predictedIndex());
        boolean agrees =
                stated.isEmpty() || (index >= 0 && prediction.probabilities().get(index) >= highest - TIE);
        if (!agrees) {
            problem(
                    row,
                    PREDICTED,
                    stated,
                    "is not the most probable class, " + chosen,
                    "Leave the cell empty, or mend the probabilities.");
        }
    }

    private static String number(CsvRow row, String column) {
        return row.getOrDefault(column, "0");
    }

    static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private void problem(CsvRow row, String column, String value, String what, String remedy) {
        problem(table.where(row, column), value, what, remedy);
    }

    private void problem(String where, String value, String what, String remedy) {
        problems.add(new Problem(where, value, what, remedy));
    }
}
