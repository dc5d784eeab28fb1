package org.facies.study;

import java.util.List;
import org.facies.metric.SubjectFigure;
import org.facies.result.settings.SelectionMetric;
import org.facies.result.settings.StudySettings;

/** Chooses one of several candidates by their inner scores. */
record SelectionRule(SelectionMetric metric, StudySettings.Rule rule) {

    /**
     * The chosen candidate.
     *
     * @param scores of the candidates, in the order of the study file; if none is defined, the first is chosen
     * @return its index
     */
    int chosen(List<SubjectFigure> scores) {
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            best = gain(scores.get(i)) > gain(scores.get(best)) ? i : best;
        }
        return switch (rule) {
            case BEST -> best;
            case ONE_STANDARD_ERROR -> firstWithinOneError(scores, scores.get(best), best);
        };
    }

    private int firstWithinOneError(List<SubjectFigure> scores, SubjectFigure best, int otherwise) {
        for (int i = 0; i < scores.size(); i++) {
            if (gain(scores.get(i)) >= gain(best) - best.standardError()) {
                return i;
            }
        }
        return otherwise;
    }

    private double gain(SubjectFigure score) {
        return metric.gain(score.value());
    }
}
