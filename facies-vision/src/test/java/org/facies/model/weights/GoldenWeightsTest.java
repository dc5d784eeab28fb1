package org.facies.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.facies.input.BadInput;
import org.facies.onnx.FloatTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files written by PyTorch; the recipe is {@code src/test/python/make_weights_golden.py}. */
class GoldenWeightsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fp32.pth",
                "fp16.pth",
                "bf16.pth",
                "fp64.pth",
                "strided.pth",
                "nested.pth",
                "parameters.pth",
                "archive.pth"
            })
    void names_shapes_and_values_are_those_of_torch(String name) throws IOException {
        assertAsExpected(TorchFile.read(file(name), WeightLimits.DEFAULT), expected(name));
    }

    @Test
    void a_safetensors_file_of_every_float_type_is_read() throws IOException {
        assertAsExpected(
                SafetensorsFile.read(file("good.safetensors"), WeightLimits.DEFAULT), expected("good.safetensors"));
    }

    @Test
    void integers_are_left_out() {
        assertThat(TorchFile.read(file("fp32.pth"), WeightLimits.DEFAULT))
                .containsOnlyKeys(
                        "conv1.weight",
                        "bn1.weight",
                        "bn1.bias",
                        "bn1.running_mean",
                        "bn1.running_var",
                        "prelu.weight");
    }

    @Test
    void a_file_of_torch_before_1_6_is_refused() {
        assertThatThrownBy(() -> TorchFile.read(file("before-1.6.pth"), WeightLimits.DEFAULT))
                .isInstanceOf(BadInput.class)
                .hasMessage("before-1.6.pth: is a bare pickle, the format of torch before version 1.6. "
                        + "Load it in torch, if you trust it, with weights_only=True, and save it again.");
    }

    @Test
    void another_protocol_of_pickle_is_refused() {
        assertThatThrownBy(() -> TorchFile.read(file("protocol-4.pth"), WeightLimits.DEFAULT))
                .isInstanceOf(BadInput.class)
                .hasMessage("protocol-4.pth, data.pkl byte 0: begins a pickle of protocol 4; the default of torch.save"
                        + " is 2. Save only the weights, in Python:"
                        + " torch.save(model.state_dict(), FILE).");
    }

    @Test
    void a_program_of_torchscript_is_refused() {
        assertThatThrownBy(() -> TorchFile.read(file("torchscript.pth"), WeightLimits.DEFAULT))
                .isInstanceOf(BadInput.class)
                .hasMessage("torchscript.pth, entry: \"torchscript/code/__torch__/torch/nn/modules/activation.py\" is"
                        + " not part of a state dict written by torch.save. "
                        + "Save only the weights, in Python: torch.save(model.state_dict(), FILE).");
    }

    private static void assertAsExpected(Map<String, FloatTensor> read, JsonNode expected) {
        List<String> names = new ArrayList<>();
        expected.fieldNames().forEachRemaining(names::add);
        assertThat(read.keySet()).containsExactlyElementsOf(names);
        read.forEach((name, tensor) -> {
            List<Long> shape = new ArrayList<>();
            expected.get(name).get("shape").forEach(extent -> shape.add(extent.asLong()));
            assertThat(tensor.shape()).as(name).isEqualTo(shape);
            JsonNode values = expected.get(name).get("values");
            assertThat(tensor.values()).as(name).hasSize(values.size());
            for (int i = 0; i < values.size(); i++) {
                assertThat(Float.floatToRawIntBits(tensor.values()[i]))
                        .as("%s, element %d", name, i)
                        .isEqualTo(Float.floatToRawIntBits((float) values.get(i).asDouble()));
            }
        });
    }

    private static JsonNode expected(String name) throws IOException {
        try (InputStream json = GoldenWeightsTest.class.getResourceAsStream("golden.json")) {
            return new ObjectMapper().readTree(json).get(name);
        }
    }

    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(GoldenWeightsTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
