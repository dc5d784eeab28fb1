package org.facies.subgroup;

import java.util.Collection;
import java.util.List;
import org.facies.cohort.YesNoColumn;
import org.facies.input.BadInput;
import org.facies.input.Problem;

/** The columns of a manifest by which subjects are grouped. */
public final class ColumnChoice {
    /** The default columns. Any other column is shown only if the study file names it. */
    public static final List<String> USUAL =
            List.of("age_months", "sex", "ancestry", "site", YesNoColumn.PULMONARY_STENOSIS);

    private ColumnChoice() {}

    /**
     * The named columns; if none is named, those of {@link #USUAL} that the manifest has.
     *
     * @param known columns of the manifest with values
     * @param where the columns are named, for messages
     * @throws BadInput that lists every named column that the manifest does not have
     */
    public static List<String> of(Collection<String> known, List<String> named, String where) {
        if (named.isEmpty()) {
            return USUAL.stream().filter(known::contains).toList();
        }
        String remedy = known.isEmpty()
                ? "Remove it. The manifest has no column in which subjects differ."
                : "Use one of these columns: " + String.join(", ", known) + ".";
        List<Problem> problems = named.stream()
                .filter(column -> !known.contains(column))
                .map(column -> new Problem(where, column, "is not a column of the manifest with values", remedy))
                .toList();
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return named.stream().distinct().toList();
    }
}
