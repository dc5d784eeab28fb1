package org.facies.metric;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final List<String> REQUIRED = List.of("model", FOLD, "photo", "subject", "diagnosis");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{0,9}");
    private static final String PREDICTED = "predicted";
    private static final String PROBABILITY = "p_";
    /** A stated class may be behind the most probable one by as much as rounding in other tools explains. */
    private static final double TIE = 1e-6;

    private final PredictionRules rules;
    private final CsvTable table;
    private final List<String> columns;
    private final List<String> classes;
    private final List<Problem> problems = new ArrayList<>();
    private final PredictionConsistency consistency = new PredictionConsistency();

    /** One object for each text, so that comparing two of the same is quick and they are kept once. */
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
    }

    static void write(Path csv, PredictionTable table) {
        List<String> header = Stream.of(
                        REQUIRED.stream(),
                        Stream.of(PREDICTED),
                        table.classes().stream().map(name -> PROBABILITY + name))
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
                Integer.toString(prediction.fold()),
                prediction.photo(),
                prediction.subject(),
                prediction.diagnosis(),
                table.predicted(prediction)));
        prediction.probabilities().forEach(p -> cells.add(p.toString()));
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
        Set<String> known = Set.copyOf(REQUIRED);
        for (String column : table.columns()) {
            if (!known.contains(column) && !column.equals(PREDICTED) && !column.startsWith(PROBABILITY)) {
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
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private Optional<Prediction> prediction(CsvRow row) {
        int before = problems.size();
        for (String column : REQUIRED) {
            if (row.getOrDefault(column, "0").isEmpty()) {
                problem(row, column, "", "is empty", "Fill the cell.");
            }
        }
        if (!WHOLE_NUMBER.matcher(fold(row)).matches()) {
            problem(row, FOLD, fold(row), "is not a whole number", "Number the folds from 0.");
        }
        String diagnosis = row.get("diagnosis");
        if (!diagnosis.isEmpty() && !classes.contains(diagnosis)) {
            problem(row, "diagnosis", diagnosis, "has no column p_" + diagnosis, "Add the column, or mend the name.");
        }
        List<Double> probabilities = probabilities(row);
        if (problems.size() > before) {
            return Optional.empty();
        }
        Prediction prediction = new Prediction(
                once(row.get("model")),
                Integer.parseInt(fold(row)),
                once(row.get("photo")),
                once(row.get("subject")),
                once(diagnosis),
                probabilities);
        consistency
                .accept(prediction)
                .ifPresent(
                        wrong -> problem(row, wrong.column(), wrong.value(), wrong.what(), "Mend or remove the row."));
        checkPredicted(row, prediction);
        return Optional.of(prediction);
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

    private static String fold(CsvRow row) {
        return row.getOrDefault(FOLD, "0");
    }

    private static double number(String text) {
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
