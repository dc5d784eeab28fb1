package org.facies.report.text;

import java.util.Optional;
import org.facies.cohort.SyntheticMark;
import org.facies.result.CohortRecord;

/**
 * The note on every page, figure and table of a synthetic cohort, so that synthetic faces are not mistaken for
 * children.
 */
public enum Stamp {
    /** No note: the faces are photos, or it is not known that they are synthetic. */
    NONE,
    /** The faces were drawn by a computer. */
    SYNTHETIC;

    /** {@link #SYNTHETIC} for synthetic faces, {@link #NONE} for all others. */
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

    /** The note for a page; empty for {@link #NONE}. */
    public String sentence() {
        return isSynthetic() ? SyntheticMark.SENTENCE : "";
    }

    /** The note for a figure or a table caption; empty for {@link #NONE}. */
    public String brief() {
        return isSynthetic() ? SyntheticMark.BRIEF : "";
    }
}
