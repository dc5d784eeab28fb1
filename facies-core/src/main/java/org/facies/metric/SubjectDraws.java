package org.facies.metric;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.facies.statistic.StratifiedBootstrap;

/** Resamples of the subjects of one model, drawn within their class. */
final class SubjectDraws {
    private final Sample sample;
    private final int[] strata;
    private final EvaluationSettings settings;

    /** @param predictions of one model */
    SubjectDraws(List<Prediction> predictions, List<String> classes, EvaluationSettings settings) {
        List<Case> cases = Case.of(Level.SUBJECT, predictions, classes);
        this.sample = new Sample(cases, classes.size());
        this.strata = cases.stream().mapToInt(Case::truth).toArray();
        this.settings = settings;
    }

    int subjects() {
        return strata.length;
    }

    /** Of the subjects as they are. */
    Scores scores() {
        return sample.scores();
    }

    /** double[resamples], NaN where a resample does not define the figure. */
    double[] values(Metric metric) {
        Set<ScorePart> parts = EnumSet.of(ScorePart.of(metric));
        DoubleStream.Builder values = DoubleStream.builder();
        new StratifiedBootstrap(strata, settings.bootstrapResamples(), settings.seed())
                .forEach(drawn -> values.add(sample.scores(drawn, parts).get(metric)));
        return values.build().toArray();
    }
}
