package org.facies.subgroup;

import java.util.List;
import java.util.Optional;

/**
 * The results of one model by the groups of one column.
 *
 * @param column name of the column
 * @param finding the conclusion as a sentence
 * @param groups in display order
 * @param family the tests that are corrected together; empty in files of earlier versions
 * @param tests between the groups with a known value
 */
public record ColumnFigures(
        String column,
        String finding,
        List<GroupFigures> groups,
        Optional<TestFamily> family,
        List<GroupDifference> tests) {

    public ColumnFigures {
        groups = List.copyOf(groups);
        tests = List.copyOf(tests);
    }
}
