package org.facies.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.train.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginLossTest {

    private static final ArcFace ARC_WITHOUT_FALLBACK = new ArcFace(64, 0.5, ArcFace.Continuation.COSINE);

    /** Target logits at s = 64, computed independently in double precision. */
    @ParameterizedTest
    @CsvSource({
        "0.9, 37.17424373, 35.2, 32.0",
        "0.5, 1.51018146, 9.6, 6.4",
        "0, -30.68323447, -22.4, -25.6",
        "-0.5, -54.65510250, -54.4, -57.6",
        "-0.95, -62.93785666, -83.2, -86.4"
    })
    void target_logits_are_the_published_ones(float cosine, float arc, float cos35, float cos40) {
        assertThat(targetLogit(ARC_WITHOUT_FALLBACK, cosine)).isCloseTo(arc, within(2e-5f));
        assertThat(targetLogit(new CosFace(64, 0.35), cosine)).isCloseTo(cos35, within(2e-5f));
        assertThat(targetLogit(new CosFace(64, 0.40), cosine)).isCloseTo(cos40, within(2e-5f));
    }

    @Test
    void past_pi_minus_m_arcface_goes_on_falling_in_a_line() {
        ArcFace linear = new ArcFace(64, 0.5);

        assertThat((double) targetLogit(linear, -0.95f)).isCloseTo(-76.14160722, within(2e-5));
        assertThat(targetLogit(linear, 0.5f)).isEqualTo(targetLogit(ARC_WITHOUT_FALLBACK, 0.5f));
    }

    @Test
    void the_easy_margin_leaves_obtuse_angles_alone() {
        ArcFace easy = new ArcFace(64, 0.5, ArcFace.Continuation.EASY);

        assertThat(targetLogit(easy, -0.5f)).isEqualTo(-32);
        assertThat(targetLogit(easy, 0.5f)).isEqualTo(targetLogit(ARC_WITHOUT_FALLBACK, 0.5f));
    }

    @Test
    void only_the_own_class_gets_a_margin() {
        NativeMemory.freedAfter(() -> {
            Tensor scores = Tensors.of(new float[] {0.1f, 0.2f, 0.3f}, 1, 3);
            Tensor labels = Tensors.of(new long[] {1});

            assertThat(Tensors.floats(new CosFace(10, 0.5).logits(scores, labels)))
                    .containsExactly(new float[] {1, -3, 3}, within(1e-5f));
        });
    }

    @Test
    void logits_and_gradients_agree_with_pytorch() {
        agrees(new CosFace(64, 0.35), "margin.cosface");
        agrees(new ArcFace(64, 0.5), "margin.arcface");
    }

    private static void agrees(MarginLoss loss, String key) {
        NativeMemory.freedAfter(() -> {
            Tensor cosine = Tensors.of(Golden.tensor("margin.cosine")).set_requires_grad(true);
            Tensor logits = loss.logits(cosine, labels());
            logits.mul(Tensors.of(Golden.tensor("margin.upstream"))).sum().backward();

            assertRelative(Tensors.floats(logits), Golden.values(key + ".logits"));
            assertRelative(Tensors.floats(cosine.grad()), Golden.values(key + ".gradient"));
        });
    }

    @Test
    void at_the_pole_the_gradient_stays_a_number() {
        NativeMemory.freedAfter(() -> {
            Tensor cosine = Tensors.of(new float[] {1, -1}, 2, 1).set_requires_grad(true);

            new ArcFace(64, 0.5)
                    .logits(cosine, Tensors.of(new long[] {0, 0}))
                    .sum()
                    .backward();

            for (float gradient : Tensors.floats(cosine.grad())) {
                assertThat(gradient).isFinite();
            }
        });
    }

    @Test
    void weighted_and_smoothed_cross_entropy_agrees_with_pytorch() {
        CrossEntropy entropy = new CrossEntropy(List.of(0.5f, 1f, 2f, 1.5f, 0.25f), 0.1);
        NativeMemory.freedAfter(() -> {
            Tensor logits = Tensors.of(Golden.tensor("entropy.logits")).set_requires_grad(true);
            Tensor loss = entropy.of(logits, labels());
            loss.backward();

            assertThat(loss.item_float()).isCloseTo(Golden.values("entropy.loss")[0], within(1e-5f));
            assertThat(Tensors.floats(logits.grad())).containsExactly(Golden.values("entropy.gradient"), within(1e-5f));
        });
    }

    @ParameterizedTest
    @CsvSource({"0, 0.1", "-1, 0.1", "NaN, 0.1", "Infinity, 0.1", "16, -0.1", "16, NaN", "16, 4"})
    void a_scale_or_margin_out_of_range_is_refused(double scale, double margin) {
        assertThatThrownBy(() -> new CosFace(scale, margin)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ArcFace(scale, margin)).isInstanceOf(IllegalArgumentException.class);
    }

    private static float targetLogit(MarginLoss loss, float cosine) {
        return NativeMemory.freedAfter(() -> loss.logits(
                        Tensors.of(new float[] {cosine}, 1, 1), Tensors.of(new long[] {0}))
                .item_float());
    }

    private static Tensor labels() {
        return Tensors.of(IntStream.range(0, 40).mapToLong(i -> i % 5).toArray());
    }

    /** To 1e-5 of the magnitude, and of 1 for what is smaller. */
    private static void assertRelative(float[] ours, float[] golden) {
        assertThat(ours).hasSameSizeAs(golden);
        for (int i = 0; i < ours.length; i++) {
            float tolerance = 1e-5f * Math.max(1, Math.abs(golden[i]));
            assertThat(ours[i]).as("element " + i).isCloseTo(golden[i], within(tolerance));
        }
    }
}
