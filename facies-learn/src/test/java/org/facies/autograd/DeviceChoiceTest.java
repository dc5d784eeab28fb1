package org.facies.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {

    private static final CudaSupport NONE = new CudaSupport(false, 0);
    private static final CudaSupport NO_CARD = new CudaSupport(true, 0);
    private static final CudaSupport TWO_CARDS = new CudaSupport(true, 2);

    @Test
    void auto_takes_a_card_where_libtorch_can_use_one() {
        assertThat(DeviceChoice.of("auto").on(TWO_CARDS)).isEqualTo(new ComputeDevice.Cuda(0));
        assertThat(DeviceChoice.of("auto").on(NO_CARD)).isEqualTo(new ComputeDevice.Cpu());
        assertThat(DeviceChoice.of("auto").on(NONE)).isEqualTo(new ComputeDevice.Cpu());
    }

    @Test
    void the_processor_can_be_chosen_beside_a_card() {
        assertThat(DeviceChoice.of("cpu").on(TWO_CARDS)).isEqualTo(new ComputeDevice.Cpu());
        assertThat(DeviceChoice.of("cuda:1").on(TWO_CARDS)).isEqualTo(new ComputeDevice.Cuda(1));
    }

    @Test
    void what_is_missing_for_a_card_is_said() {
        assertRefused(
                "cuda",
                NONE,
                "device: \"cuda:0\" needs libtorch with CUDA, but the installed libtorch supports only the"
                        + " processor. Build once with \"mvn -Pcuda -DskipTests package\""
                        + " (docs/how-to/train-on-a-card.md), or choose cpu.");
        assertRefused(
                "cuda",
                NO_CARD,
                "device: \"cuda:0\" was chosen, but libtorch finds no card. Run \"facies doctor\" to see whether"
                        + " the driver or one of NVIDIA's libraries is missing (docs/how-to/train-on-a-card.md),"
                        + " or choose cpu.");
        assertRefused(
                "cuda:2",
                TWO_CARDS,
                "device: \"cuda:2\" does not exist: libtorch finds 2 cards. Count the cards" + " from cuda:0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu", "cuda:", "cuda:-1", "cuda:100", "CUDA", ""})
    void what_is_no_device_is_refused(String word) {
        assertThatThrownBy(() -> DeviceChoice.of(word))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not a device. Write auto, cpu, cuda, or cuda:1");
    }

    @Test
    void this_build_knows_whether_it_has_cuda() {
        CudaSupport here = Libtorch.cuda();

        boolean jar = System.getProperty("java.class.path").contains("-gpu.jar");
        assertThat(here.built()).isEqualTo(jar);
        assertThat(Libtorch.vectorInstructions()).isNotBlank();
        assertThat(Libtorch.version()).startsWith("2.");
    }

    private static void assertRefused(String word, CudaSupport cuda, String sentence) {
        assertThatThrownBy(() -> DeviceChoice.of(word).on(cuda))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }
}
