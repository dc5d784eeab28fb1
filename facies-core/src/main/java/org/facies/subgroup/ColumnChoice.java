package org.facies.subgroup;

import java.util.Collection;
import java.util.List;
import org.facies.cohort.YesNoColumn;
import org.facies.input.BadInput;
import org.facies.input.Problem;

/** Which columns of a manifest subjects are grouped by. */
public final class ColumnChoice {
    /** Columns that are looked at without being asked for; no other is shown to anybody unless a study names it. */
    public static final List<String> USUAL =
            List.of("age_months", "sex", "ancestry", "site", YesNoColumn.PULMONARY_STENOSIS);

    private ColumnChoice() {}

    /**
     * The named columns; if none is named, those of {@link #USUAL} that there are.
     *
     * @param known columns with values
     * @param where columns are named, for messages
     * @throws BadInput naming every column that there is not
     */
    public static List<String> of(Collection<String> known, List<String> named, String where) {
        if (named.isEmpty()) {
            return USUAL.stream().filter(known::contains).toList();
        }
        String remedy = known.isEmpty()
                ? "Leave it out; the manifest has no column that subjects differ in."
                : "Write any of: " + String.join(", ", known) + ".";
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
