package org.facies.subgroup;

import java.util.List;
import java.util.Optional;

/**
 * A column of one model.
 *
 * @param column its name
 * @param finding what was found, as a sentence
 * @param groups in the order in which they are shown
 * @param family which tests are corrected together; empty in files of earlier versions
 * @param tests between the groups, those with a known value only
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
