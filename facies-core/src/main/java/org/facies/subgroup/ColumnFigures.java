package org.facies.subgroup;

import java.util.List;

/**
 * A column of one model.
 *
 * @param column its name
 * @param finding what was found, as a sentence
 * @param groups in the order in which they are shown
 * @param tests between the groups, those with a known value only
 */
public record ColumnFigures(String column, String finding, List<GroupFigures> groups, List<GroupDifference> tests) {

    public ColumnFigures {
        groups = List.copyOf(groups);
        tests = List.copyOf(tests);
    }
}
