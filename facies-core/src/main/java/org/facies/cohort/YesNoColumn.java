package org.facies.cohort;

import java.util.List;

/** Columns of a manifest that hold yes or no, and are empty where the answer is unknown. */
public final class YesNoColumn {
    /** Whether the child has a pulmonary stenosis, the heart defect in Shen et al. 2024. */
    public static final String PULMONARY_STENOSIS = "pulmonary_stenosis";

    /** The values that such a column may hold. */
    public static final List<String> VALUES = List.of("yes", "no");

    static final List<String> ALL = List.of(PULMONARY_STENOSIS);

    private YesNoColumn() {}

    static boolean is(String column) {
        return ALL.contains(column);
    }
}
