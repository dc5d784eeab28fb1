package org.facies.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.facies.align.FaceFinding;
import org.facies.align.FaceResult;

/**
 * What became of the photos of a cohort when their faces were looked for, without the crops.
 *
 * @param refused photos left out, in the order of the cohort
 * @param notes on how many of the other photos a finding was remarked
 */
public record FaceOutcomes(List<FaceResult.Refused> refused, Map<FaceFinding, Integer> notes) {

    public FaceOutcomes {
        refused = List.copyOf(refused);
        notes = Map.copyOf(notes);
    }

    static FaceOutcomes none() {
        return new FaceOutcomes(List.of(), Map.of());
    }

    /** Takes results one by one and keeps no crop. */
    static final class Collector {
        private final List<FaceResult.Refused> refused = new ArrayList<>();
        private final Map<FaceFinding, Integer> notes = new EnumMap<>(FaceFinding.class);

        void add(FaceResult result) {
            if (result instanceof FaceResult.Refused left) {
                refused.add(left);
            } else {
                result.findings().forEach(finding -> notes.merge(finding, 1, Integer::sum));
            }
        }

        FaceOutcomes collected() {
            return new FaceOutcomes(refused, notes);
        }
    }
}
