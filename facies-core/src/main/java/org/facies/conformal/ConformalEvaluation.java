package org.facies.conformal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.SubjectResamples;

/** Evaluates the prediction sets of one model for each score, level and guarantee. */
public record ConformalEvaluation(List<SetFigures> sets) {
    /** Nominal coverages in percent. */
    public static final List<Integer> LEVELS = List.of(80, 90, 95);

    public ConformalEvaluation {
        sets = List.copyOf(sets);
    }

    /**
     * Computes and evaluates the sets.
     *
     * @param subjects that have a fitting set
     * @param resamples of the same subjects
     */
    public static ConformalEvaluation of(HeldOutSubjects subjects, SubjectResamples resamples) {
        List<PredictionSets> all = new ArrayList<>();
        for (Conformity conformity : Conformity.values()) {
            CrossConformal conformal = new CrossConformal(subjects, conformity);
            for (int level : LEVELS) {
                for (Assurance assurance : Assurance.values()) {
                    all.add(new PredictionSets(subjects, conformal, conformity, level, assurance));
                }
            }
        }
        List<Estimate> meanSizes = resamples.percentile(weights ->
                all.stream().mapToDouble(sets -> sets.meanSize(weights)).toArray());
        return new ConformalEvaluation(IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).figures(meanSizes.get(i)))
                .toList());
    }
}
