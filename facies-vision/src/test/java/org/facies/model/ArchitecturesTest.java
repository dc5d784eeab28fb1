package org.facies.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.facies.onnx.OnnxGraph;
import org.junit.jupiter.api.Test;

class ArchitecturesTest {

    @Test
    void there_are_four_depths_in_two_crops_and_they_are_found_by_name() {
        assertThat(Architectures.names()).containsExactly("iresnet18", "iresnet34", "iresnet50", "iresnet100");
        for (String name : Architectures.names()) {
            assertThat(Architectures.find(name).orElseThrow().name()).isEqualTo(name);
            assertThat(Architectures.find(name + "-wide").orElseThrow().input()).isEqualTo(InputSpec.WIDE);
        }
        assertThat(Architectures.find("dlib-resnet")).isEmpty();
    }

    @Test
    void a_wide_network_sees_the_chin() {
        Architectures.BuiltIn network = Architectures.find("iresnet18-wide").orElseThrow();

        assertThat(network.graph().input().shape()).isEqualTo(List.of(-1L, 3L, 144L, 144L));
        assertThat(belowTheMouth(network.input())).isGreaterThan(1.5 * belowTheMouth(InputSpec.ARCFACE));
    }

    /** Room below the mouth, in distances from eyes to mouth. */
    private static double belowTheMouth(InputSpec input) {
        double eyes = input.geometry().template().get(0).y();
        double mouth = input.geometry().template().get(3).y();
        return (input.geometry().heightPx() - mouth) / (mouth - eyes);
    }

    @Test
    void a_built_network_takes_the_crops_it_is_said_to_take() {
        Architectures.BuiltIn network = Architectures.find("iresnet18").orElseThrow();

        OnnxGraph graph = network.graph();

        assertThat(network.input()).isEqualTo(InputSpec.ARCFACE);
        assertThat(graph.input().shape()).isEqualTo(List.of(-1L, 3L, 112L, 112L));
        assertThat(graph.output().shape()).isEqualTo(List.of(-1L, 512L));
    }
}
