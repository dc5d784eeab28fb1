package org.facies.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingVerdictTest {

    @Test
    void a_training_that_ends_worse_than_it_began_did_not_work() {
        assertThat(verdict(3.2, 4.1)).isEqualTo(TrainingVerdict.DID_NOT_WORK);
        assertThat(verdict(2.0, 1.0, 2.1)).isEqualTo(TrainingVerdict.DID_NOT_WORK);
        assertThat(verdict(3.2, 4.1).isAlarm()).isTrue();
        assertThat(verdict(3.2, 4.1).sentence())
                .contains("did not work", "Train for more epochs, lower the learning rates");
    }

    @Test
    void a_loss_that_is_not_finite_did_not_work_even_in_a_single_epoch() {
        assertThat(verdict(Double.NaN)).isEqualTo(TrainingVerdict.DID_NOT_WORK);
        assertThat(verdict(1, Double.POSITIVE_INFINITY, 0.5)).isEqualTo(TrainingVerdict.DID_NOT_WORK);
    }

    /** Losses of the demo: two epochs from scratch, ten from pretrained weights, both with a cosine schedule. */
    @Test
    void the_demos_arms_from_scratch_are_undertrained_and_its_pretrained_ones_are_sound() {
        assertThat(verdict(2.131493, 1.982121)).isEqualTo(TrainingVerdict.UNDERTRAINED);
        assertThat(verdict(2.11, 2.06)).isEqualTo(TrainingVerdict.UNDERTRAINED);
        assertThat(verdict(
                        1.007732, 1.104106, 0.681975, 0.940323, 1.084747, 0.365922, 0.190030, 0.119387, 0.055671,
                        0.039932))
                .isEqualTo(TrainingVerdict.SOUND);
        assertThat(TrainingVerdict.UNDERTRAINED.isAlarm()).isFalse();
    }

    @Test
    void a_long_training_that_stopped_half_way_is_undertrained_and_one_that_levelled_off_is_not() {
        double[] halfWay =
                IntStream.range(0, 10).mapToDouble(i -> 2.1 - 0.05 * i).toArray();
        double[] level = {2.0, 1.6, 1.4, 1.3, 1.25, 1.22, 1.21, 1.205, 1.204, 1.203};
        assertThat(verdict(halfWay)).isEqualTo(TrainingVerdict.UNDERTRAINED);
        assertThat(verdict(level)).isEqualTo(TrainingVerdict.SOUND);
    }

    @Test
    void of_a_single_epoch_and_of_none_nothing_is_known() {
        assertThat(verdict(2.0)).isEqualTo(TrainingVerdict.SOUND);
        assertThat(verdict()).isEqualTo(TrainingVerdict.SOUND);
        assertThat(TrainingVerdict.SOUND.sentence()).isEmpty();
    }

    @Test
    void a_model_is_as_bad_as_its_worst_fold() {
        assertThat(TrainingVerdict.ofFolds(List.of(history(2, 0.1), history(2, 1.9))))
                .isEqualTo(TrainingVerdict.UNDERTRAINED);
        assertThat(TrainingVerdict.ofFolds(List.of(history(2, 3), history(2, 1.9))))
                .isEqualTo(TrainingVerdict.DID_NOT_WORK);
        assertThat(TrainingVerdict.ofFolds(List.of())).isEqualTo(TrainingVerdict.SOUND);
    }

    private static TrainingVerdict verdict(double... losses) {
        return TrainingVerdict.of(history(losses));
    }

    private static TrainingHistory history(double... losses) {
        return new TrainingHistory(IntStream.range(0, losses.length)
                .mapToObj(i -> new TrainingHistory.Epoch(i + 1, losses[i]))
                .toList());
    }
}
