package org.facies.calibration;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.facies.metric.HeldOutSubjects;

/** Scalings fitted without some folds, each once: choosing a method for one fold needs fits that others need too. */
final class FoldFits {
    private final HeldOutSubjects raw;
    private final Map<Without, Scaling> fitted = new HashMap<>();

    private record Without(Set<Integer> folds, ScalingMethod method) {}

    /** @param raw of at least two folds */
    FoldFits(HeldOutSubjects raw) {
        this.raw = raw;
    }

    HeldOutSubjects raw() {
        return raw;
    }

    /** The method's scaling for the subjects of all folds but these. */
    Scaling without(Set<Integer> folds, ScalingMethod method) {
        return fitted.computeIfAbsent(new Without(folds, method), key -> {
            HeldOutSubjects others = raw.only(raw.inFolds(fold -> !folds.contains(fold)));
            if (others.size() == 0) {
                throw new IllegalArgumentException("a single fold has no other to fit on");
            }
            return method.fit(others);
        });
    }
}
