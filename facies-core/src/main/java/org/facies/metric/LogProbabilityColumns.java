package org.facies.metric;

import java.util.ArrayList;
import java.util.List;
import org.facies.table.CsvRow;

/**
 * The columns {@code log_p_<class>} of {@code predictions.csv}: all present, or none. A probability of 0 without a
 * known logarithm has the logarithm {@code -Infinity}.
 */
final class LogProbabilityColumns {
    static final String PREFIX = "log_p_";

    private final List<String> names;
    private final List<String> unmatched;
    private final boolean areThere;

    /**
     * Finds the columns.
     *
     * @param columns of the file
     * @param classes in the order of the columns {@code p_<class>}
     */
    LogProbabilityColumns(List<String> columns, List<String> classes) {
        this.names = names(classes);
        List<String> given =
                columns.stream().filter(column -> column.startsWith(PREFIX)).toList();
        this.areThere = !given.isEmpty();
        this.unmatched = new ArrayList<>();
        if (areThere) {
            names.stream().filter(name -> !given.contains(name)).forEach(unmatched::add);
            given.stream().filter(column -> !names.contains(column)).forEach(unmatched::add);
        }
    }

    static List<String> names(List<String> classes) {
        return classes.stream().map(name -> PREFIX + name).toList();
    }

    /** Columns that are missing although others are there, and columns of no class. */
    List<String> unmatched() {
        return unmatched;
    }

    String name(int classIndex) {
        return names.get(classIndex);
    }

    /**
     * The logarithm that the row states, or that of the probability if there are no columns; NaN if it is of another
     * number.
     */
    double of(CsvRow row, int classIndex, double probability) {
        if (!areThere) {
            return Math.log(probability);
        }
        double stated = PredictionFile.number(row.get(name(classIndex)));
        boolean agrees =
                Math.abs(Math.exp(stated) - probability) <= PredictionRules.TOLERANCE * Math.max(1, probability);
        return agrees ? stated : Double.NaN;
    }
}
