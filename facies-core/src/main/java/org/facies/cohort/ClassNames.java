package org.facies.cohort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/**
 * {@code classes.csv}: label,name,omim,orpha,mondo, an optional file next to the manifest. Only the label is required.
 * A class without a row or without a name is displayed by its label.
 */
public final class ClassNames {
    private static final String FILE = "classes.csv";
    private static final String LABEL = "label";
    private static final String NAME = "name";
    private static final String OMIM = "omim";
    private static final String ORPHA = "orpha";
    private static final String MONDO = "mondo";

    /** The pattern of a code, and the remedy for a code that does not match it. */
    private record CodeForm(Pattern pattern, String remedy) {}

    private static final Map<String, CodeForm> CODES = Map.of(
            OMIM, new CodeForm(Pattern.compile("[1-9]\\d{5}"), "Write the six digits alone, for example 163950."),
            ORPHA, new CodeForm(Pattern.compile("[1-9]\\d{0,6}"), "Write the number alone, for example 648."),
            MONDO, new CodeForm(Pattern.compile("MONDO:\\d{7}"), "Write it as MONDO:0018997."));
    private static final List<String> COLUMNS = List.of(LABEL, NAME, OMIM, ORPHA, MONDO);

    private final CsvTable table;
    private final List<String> classes;
    private final Map<String, NamedClass> byLabel = new LinkedHashMap<>();
    private final Map<String, String> labelOfName = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private ClassNames(CsvTable table, List<String> classes) {
        this.table = table;
        this.classes = classes;
    }

    /**
     * The classes of a cohort in their order. Names and codes come from {@code classes.csv} next to the manifest, where
     * it has them.
     *
     * @throws BadInput with everything that is wrong with the file
     */
    public static List<NamedClass> of(Cohort cohort) {
        return read(cohort.manifest().resolveSibling(FILE), cohort.classes());
    }

    /**
     * The classes with names and codes from a file that may be absent.
     *
     * @throws BadInput with everything that is wrong with the file
     */
    static List<NamedClass> read(Path csv, List<String> classes) {
        if (!Files.exists(csv)) {
            return classes.stream().map(NamedClass::of).toList();
        }
        ClassNames names = new ClassNames(CsvTable.read(csv).require(LABEL), classes);
        names.checkColumns();
        names.table.rows().forEach(names::accept);
        names.requireNone();
        return classes.stream()
                .map(label -> names.byLabel.getOrDefault(label, NamedClass.of(label)))
                .toList();
    }

    private void checkColumns() {
        table.columns().stream()
                .filter(column -> !COLUMNS.contains(column))
                .forEach(column -> problems.add(new Problem(
                        table.source() + " row 1",
                        column,
                        "is not a known column",
                        "Name the columns " + String.join(", ", COLUMNS) + ".")));
    }

    private void accept(CsvRow row) {
        String label = row.get(LABEL);
        if (label.isEmpty()) {
            problem(row, LABEL, "", "is empty", "Write a class of the cohort, or remove the row.");
        } else if (!classes.contains(label)) {
            problem(
                    row,
                    LABEL,
                    label,
                    "is not a class of the cohort",
                    "Write one of " + String.join(", ", classes) + ".");
        }
        String stated = row.getOrDefault(NAME, "");
        String name = stated.isEmpty() ? label : stated;
        NamedClass named = new NamedClass(label, name, code(row, OMIM), code(row, ORPHA), code(row, MONDO));
        if (!label.isEmpty() && byLabel.putIfAbsent(label, named) != null) {
            problem(row, LABEL, label, "occurs twice", "Remove one of the rows.");
        }
        String other = labelOfName.putIfAbsent(name, label);
        if (other != null && !other.equals(label)) {
            problem(row, NAME, name, "is also the name of " + other, "Give each class a different name.");
        }
    }

    private Optional<String> code(CsvRow row, String column) {
        String value = row.getOrDefault(column, "");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        CodeForm form = CODES.get(column);
        if (!form.pattern().matcher(value).matches()) {
            problem(row, column, value, "is not a code of this catalogue", form.remedy());
        }
        return Optional.of(value);
    }

    private void problem(CsvRow row, String column, String value, String what, String remedy) {
        problems.add(new Problem(table.where(row, column), value, what, remedy));
    }

    private void requireNone() {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
