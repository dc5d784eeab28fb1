package org.facies.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.facies.statistic.Interval;
import org.junit.jupiter.api.Test;

class SingleNetworksTest {
    private static final List<String> CLASSES = List.of("a", "b", "c");
    private static final EvaluationSettings SETTINGS = new EvaluationSettings(300, 5);

    private final PredictionTable run = RandomPredictions.of(1, CLASSES, 60, 1);
    private final List<PredictionTable> members = members(5);

    @Test
    void the_mean_of_the_networks_is_the_mean_of_their_figures() {
        SingleNetworks networks = new SingleNetworks(run, members, SETTINGS);
        for (Metric metric : Metric.values()) {
            double mean = members.stream()
                    .mapToDouble(one -> SubjectFigure.of(one, metric, new EvaluationSettings(2, 0))
                            .value())
                    .average()
                    .orElseThrow();
            double before =
                    SubjectFigure.of(run, metric, new EvaluationSettings(2, 0)).value();
            assertThat(networks.mean(metric).value()).as(metric.label()).isCloseTo(mean, within(1e-12));
            assertThat(networks.difference(metric).value()).isCloseTo(mean - before, within(1e-12));
            assertThat(networks.mean(metric).method())
                    .isEqualTo(metric == Metric.ECE15 ? Estimate.MIRRORED : Estimate.BOOTSTRAP);
        }
    }

    @Test
    void networks_together_do_better_than_the_single_ones_on_average() {
        double together = SubjectFigure.of(mean(), Metric.AUC_OVR_MACRO_WITHIN_FOLDS, new EvaluationSettings(2, 0))
                .value();
        Estimate single = new SingleNetworks(run, members, SETTINGS).mean(Metric.AUC_OVR_MACRO_WITHIN_FOLDS);
        assertThat(together - single.value()).isGreaterThan(0.05);
    }

    @Test
    void a_single_network_is_compared_as_two_cohorts_are() {
        SingleNetworks alone = new SingleNetworks(run, members.subList(0, 1), SETTINGS);
        Estimate twoCohorts = new UnpairedDifference(run, members.get(0), SETTINGS).of(Metric.MACRO_F1);
        assertThat(alone.difference(Metric.MACRO_F1)).isEqualTo(twoCohorts);
        assertThat(alone.difference(Metric.MACRO_F1).interval()).isNotEqualTo(Interval.UNDEFINED);
    }

    private PredictionTable mean() {
        List<Prediction> mean = new ArrayList<>();
        for (int i = 0; i < members.get(0).predictions().size(); i++) {
            int row = i;
            mean.add(Prediction.mean(
                    members.stream().map(one -> one.predictions().get(row)).toList(), "m0", 0));
        }
        return new PredictionTable(CLASSES, mean);
    }

    /** The same subjects, judged by networks that err each for itself; the fold is that of the network. */
    private static List<PredictionTable> members(int networks) {
        PredictionTable all = RandomPredictions.of(2, CLASSES, 80, networks);
        List<PredictionTable> members = new ArrayList<>();
        for (int m = 0; m < networks; m++) {
            int fold = m;
            members.add(new PredictionTable(
                    CLASSES,
                    all.of("m" + m).stream()
                            .map(one -> new Prediction(
                                    "m0", fold, one.photo(), one.subject(), one.diagnosis(), one.probabilities()))
                            .toList()));
        }
        return members;
    }
}
