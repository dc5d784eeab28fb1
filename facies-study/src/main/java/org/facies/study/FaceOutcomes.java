package org.facies.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facies.align.FaceChoice;
import org.facies.align.FaceFinding;
import org.facies.align.FaceResult;
import org.facies.cohort.Cohort;
import org.facies.cohort.CohortWarnings;
import org.facies.result.CohortRecord;

/**
 * The results of the face detection for a cohort, without the crops.
 *
 * @param refused photos left out, in the order of the cohort
 * @param notes by finding, the number of other photos with it
 * @param choice which of several faces was chosen
 */
public record FaceOutcomes(List<FaceResult.Refused> refused, Map<FaceFinding, Integer> notes, FaceChoice choice) {

    public FaceOutcomes {
        refused = List.copyOf(refused);
        notes = Map.copyOf(notes);
    }

    static FaceOutcomes none() {
        return new FaceOutcomes(List.of(), Map.of(), FaceChoice.LARGEST);
    }

    /** The record of the usable part of a cohort, for {@code cohort.json}. */
    public CohortRecord record(Cohort used, CohortWarnings warnings) {
        List<CohortRecord.Refusal> refusals = refused.stream()
                .map(left -> new CohortRecord.Refusal(left.photo().path(), left.reason()))
                .toList();
        Map<String, Integer> sentences = new TreeMap<>();
        notes.forEach((finding, photos) -> sentences.merge(finding.sentence(choice), photos, Integer::sum));
        return CohortRecord.of(used, refusals, sentences, warnings);
    }

    /** Collects results one by one, without the crops. */
    static final class Collector {
        private final List<FaceResult.Refused> refused = new ArrayList<>();
        private final Map<FaceFinding, Integer> notes = new EnumMap<>(FaceFinding.class);
        private final FaceChoice choice;

        Collector(FaceChoice choice) {
            this.choice = choice;
        }

        void add(FaceResult result) {
            if (result instanceof FaceResult.Refused left) {
                refused.add(left);
            } else {
                result.findings().forEach(finding -> notes.merge(finding, 1, Integer::sum));
            }
        }

        FaceOutcomes collected() {
            return new FaceOutcomes(refused, notes, choice);
        }
    }
}
