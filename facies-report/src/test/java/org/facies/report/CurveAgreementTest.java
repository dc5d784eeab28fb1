package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.facies.metric.ClassMetric;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.metric.Prediction;
import org.facies.report.chart.Reliability;
import org.facies.report.chart.RocCurve;
import org.facies.report.run.Outcomes;
import org.facies.report.run.Run;
import org.facies.report.run.RunReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The curves that a report draws and the figures that stand beside them come from different code: they must agree. */
class CurveAgreementTest {
    @TempDir
    private Path directory;

    @Test
    void the_area_under_each_drawn_curve_is_the_auc_of_the_metrics() {
        SampleRun.complete(directory);
        Run run = RunReader.read(directory);
        assertThat(run.outcomes()).hasSize(2).allSatisfy((model, outcomes) -> {
            for (String name : run.classes()) {
                RocCurve curve = RocCurve.of(outcomes.scores(name), outcomes.positive(name));
                double auc = run.scores(model, Level.SUBJECT)
                        .ofClass(name, ClassMetric.AUC)
                        .value();
                assertThat(curve.area()).isCloseTo(auc, within(1e-12)).isBetween(0.5, 1.0);
            }
        });
    }

    @Test
    void the_drawn_bins_have_the_calibration_error_and_the_accuracy_of_the_metrics() {
        SampleRun.complete(directory);
        Run run = RunReader.read(directory);
        assertThat(run.outcomes()).hasSize(2).allSatisfy((model, outcomes) -> {
            Reliability bins = Reliability.of(outcomes.confidence(), outcomes.correct());
            double n = bins.bins().stream().mapToInt(Reliability.Bin::count).sum();
            double error = 0;
            double accuracy = 0;
            for (Reliability.Bin bin : bins.bins()) {
                error += Math.abs(bin.confidence() - bin.accuracy()) * bin.count() / n;
                accuracy += bin.accuracy() * bin.count() / n;
            }
            var scores = run.scores(model, Level.SUBJECT);
            assertThat(error).isCloseTo(scores.measure(Metric.ECE15).value(), within(1e-12));
            assertThat(accuracy).isCloseTo(scores.measure(Metric.ACCURACY).value(), within(1e-12));
        });
    }

    @Test
    void a_subject_is_the_mean_of_its_photos_each_brought_to_sum_one() {
        SampleRun sample = SampleRun.complete(directory);
        Outcomes outcomes = RunReader.read(directory).outcomes().get("cosface-pfm");
        var photos = sample.predictions().of("cosface-pfm");
        double mean = (share(photos.get(0)) + share(photos.get(1))) / 2;
        assertThat(outcomes.scores("noonan")).hasSize(photos.size() / 2);
        assertThat(outcomes.scores("noonan")[0]).isCloseTo(mean, within(1e-15));
    }

    private static double share(Prediction photo) {
        double sum =
                photo.probabilities().stream().mapToDouble(Double::doubleValue).sum();
        return photo.probabilities().get(2) / sum;
    }
}
