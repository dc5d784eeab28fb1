package org.facies.report.text;

import java.util.Optional;
import org.facies.cohort.SyntheticMark;
import org.facies.result.CohortRecord;

/** What stands on every page, figure and table so that nobody takes synthetic faces for children. */
public enum Stamp {
    /** Nothing: the faces are photos, or nothing else is known. */
    NONE,
    /** The faces were drawn by a computer. */
    SYNTHETIC;

    /** The stamp of faces that are synthetic or not. */
    public static Stamp of(boolean isSynthetic) {
        return isSynthetic ? SYNTHETIC : NONE;
    }

    /** The stamp of the results of a cohort. */
    public static Stamp of(Optional<CohortRecord> cohort) {
        return of(cohort.flatMap(CohortRecord::synthetic).orElse(false));
    }

    public boolean isSynthetic() {
        return this == SYNTHETIC;
    }

    /** For a page; empty if there is nothing to say. */
    public String sentence() {
        return isSynthetic() ? SyntheticMark.SENTENCE : "";
    }

    /** For a figure or the caption of a table; empty if there is nothing to say. */
    public String brief() {
        return isSynthetic() ? SyntheticMark.BRIEF : "";
    }
}
