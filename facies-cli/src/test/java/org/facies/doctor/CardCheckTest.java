package org.facies.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.facies.autograd.CudaSupport;
import org.junit.jupiter.api.Test;

class CardCheckTest {

    private static final List<String> CARD = List.of("NVIDIA RTX A2000, 6138 MiB, 580.65");

    @Test
    void a_card_that_nothing_uses_is_worth_a_note_with_what_to_do() {
        Finding otherBuild = CardCheck.judged(CARD, new CudaSupport(false, 0));
        Finding unusable = CardCheck.judged(CARD, new CudaSupport(true, 0));

        assertThat(otherBuild.state()).isEqualTo(Finding.State.NOTE);
        assertThat(otherBuild.advice()).contains("mvn -Pcuda -DskipTests package");
        assertThat(unusable.state()).isEqualTo(Finding.State.NOTE);
        assertThat(unusable.text()).isEqualTo("NVIDIA RTX A2000, 6138 MiB, 580.65, but libtorch cannot use it");
        assertThat(unusable.advice()).contains("cuDNN 9");
    }

    @Test
    void no_card_is_nothing_to_worry_about_unless_the_build_is_for_one() {
        assertThat(CardCheck.judged(List.of(), new CudaSupport(false, 0)).state())
                .isEqualTo(Finding.State.OK);
        assertThat(CardCheck.judged(List.of(), new CudaSupport(true, 0)).advice())
                .contains("nvidia-smi");
        assertThat(CardCheck.judged(CARD, new CudaSupport(true, 1)))
                .isEqualTo(Finding.ok("Graphics card", "1 for training: NVIDIA RTX A2000, 6138 MiB, 580.65"));
    }
}
