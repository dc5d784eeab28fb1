package org.facies.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.input.BadInput;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;
import org.junit.jupiter.api.Test;

class InferenceSessionTest {

    @Test
    void outputs_come_in_the_order_in_which_they_are_asked_for() {
        try (InferenceSession session = open()) {
            FloatBuffer values = FloatBuffer.wrap(new float[] {-1, 2});

            assertThat(session.run("x", values, new long[] {2}, List.of("opposite", "positive")))
                    .containsExactly(new float[] {1, -2}, new float[] {0, 2});
            assertThat(session.run(values, 2)).containsExactly(new float[] {0, 2}, new float[] {1, -2});
            assertThat(session.run("x", values, new long[] {2}, "opposite")).containsExactly(1, -2);
            assertThat(session.inputs()).containsExactly(new TensorShape("x", List.of(-1L)));
            assertThat(session.outputs()).extracting(TensorShape::name).containsExactly("positive", "opposite");
        }
    }

    @Test
    void a_run_on_a_tensor_gives_shapes_too() {
        try (InferenceSession session = open()) {
            Computed computed = session.runAll("x", new FloatTensor(List.of(3L), new float[] {-1, 0, 4}));

            assertThat(computed.integers()).isEmpty();
            assertThat(computed.floats().get("positive").shape()).containsExactly(3L);
            assertThat(computed.floats().get("positive").values()).containsExactly(0, 0, 4);
        }
    }

    @Test
    void threads_that_share_a_session_do_not_share_a_buffer() {
        try (InferenceSession session = open()) {
            List<Integer> wrong = IntStream.range(0, 2000)
                    .parallel()
                    .filter(i -> {
                        FloatBuffer values = session.buffer(2).put(i).put(-i).flip();
                        return session.run(values, 2).get(0)[0] != i;
                    })
                    .boxed()
                    .toList();

            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void bytes_that_are_no_model_are_refused_in_one_sentence() {
        assertThatThrownBy(() -> InferenceSession.open("face detector", new byte[] {1, 2, 3}, 1))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("face detector: cannot be loaded by ONNX Runtime: ")
                .hasMessageEndingWith(" Export the model again; if it is a model of the catalogue, install it"
                        + " again with \"facies model pull\".")
                .hasMessageNotContaining("\n");
    }

    @Test
    void an_input_of_another_name_is_a_bug_of_the_caller() {
        try (InferenceSession session = open()) {
            FloatBuffer values = FloatBuffer.wrap(new float[] {-1, 2});

            assertThatThrownBy(() -> session.run("y", values, new long[] {2}, "positive"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("input y [2]");
        }
    }

    private static InferenceSession open() {
        OnnxGraph graph = new OnnxGraph(
                17,
                List.of(new OnnxValue("x", List.of(OnnxValue.DYNAMIC))),
                List.of(
                        new OnnxValue("positive", List.of(OnnxValue.DYNAMIC)),
                        new OnnxValue("opposite", List.of(OnnxValue.DYNAMIC))),
                List.of(
                        OnnxNode.of("Relu", List.of("x"), "positive", Map.of()),
                        OnnxNode.of("Neg", List.of("x"), "opposite", Map.of())),
                Map.of(),
                Map.of());
        return InferenceSession.open("two", graph.toBytes(), 1);
    }
}
