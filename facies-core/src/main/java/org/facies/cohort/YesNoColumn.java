package org.facies.cohort;

import java.util.List;

/** Columns of a manifest that are answered with yes or no, and are empty where that is not known. */
public final class YesNoColumn {
    /** Whether the child has a pulmonary stenosis: the heart defect of the published study. */
    public static final String PULMONARY_STENOSIS = "pulmonary_stenosis";

    /** What such a column may hold. */
    public static final List<String> VALUES = List.of("yes", "no");

    static final List<String> ALL = List.of(PULMONARY_STENOSIS);

    private YesNoColumn() {}

    static boolean is(String column) {
        return ALL.contains(column);
    }
}
