package org.facies.calibration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.facies.metric.HeldOutSubjects;

/**
 * Scalings fitted without some of the folds. Each is computed once, because several folds need the same fits. Not
 * thread-safe.
 */
public final class FoldFits {
    private final HeldOutSubjects all;
    private final HeldOutSubjects raw;
    private final Set<Integer> hidden;
    private final Map<Without, Scaling> fitted;

    private record Without(Set<Integer> folds, ScalingMethod method) {}

    /** @param all that have a fitting set */
    public FoldFits(HeldOutSubjects all) {
        this(all, Set.of(), new HashMap<>());
    }

    private FoldFits(HeldOutSubjects all, Set<Integer> hidden, Map<Without, Scaling> fitted) {
        this.all = all;
        this.raw = hidden.isEmpty() ? all : all.only(all.inFolds(fold -> !hidden.contains(fold)));
        this.hidden = hidden;
        this.fitted = fitted;
    }

    /** The subjects of the folds that are not hidden. */
    HeldOutSubjects raw() {
        return raw;
    }

    /** The fits on the fitting set of a fold. */
    FoldFits fittingSet(int fold) {
        if (all.areFittedElsewhere()) {
            return new FoldFits(all.fittingSet(fold));
        }
        Set<Integer> more = new HashSet<>(hidden);
        more.add(fold);
        return new FoldFits(all, Set.copyOf(more), fitted);
    }

    /** The scaling of a method, fitted on the subjects that are not hidden. */
    Scaling fit(ScalingMethod method) {
        return fitted.computeIfAbsent(new Without(hidden, method), key -> {
            if (raw.size() == 0) {
                throw new IllegalArgumentException("a single fold has no other to fit on");
            }
            return method.fit(raw);
        });
    }
}
