package org.facies.metric;

import java.util.function.ToDoubleFunction;

/** A figure that can be read off the scores of any resample that has its part. */
record ScoreFigure(Metric.Part part, ToDoubleFunction<Scores> of) {

    static ScoreFigure of(Metric metric) {
        return new ScoreFigure(metric.part(), scores -> scores.get(metric));
    }

    static ScoreFigure of(ClassMetric metric, int classIndex) {
        return new ScoreFigure(metric.part(), scores -> scores.get(metric, classIndex));
    }
}
