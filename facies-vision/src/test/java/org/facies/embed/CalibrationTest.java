package org.facies.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.facies.image.Rgb;
import org.facies.model.InstalledModel;
import org.facies.model.ModelKind.Backbone;
import org.facies.model.TestZoo;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.Quantiser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantised networks in ONNX Runtime against what they were made of. */
class CalibrationTest {

    @ParameterizedTest
    @ValueSource(strings = {"dlib-resnet", "mobilefacenet-512"})
    void a_quantised_backbone_points_nearly_the_same_way_and_not_exactly(String id) {
        InstalledModel model = TestZoo.model(id);
        Backbone backbone = model.card().backbone();
        int sizePx = backbone.input().geometry().widthPx();
        List<Rgb> crops = Stream.of("gradient", "noise", "face")
                .map(kind -> GoldenCrops.of(kind, sizePx))
                .toList();
        byte[] onnx;
        Quantiser quantiser = new Quantiser(id, OnnxGraph.read(model.file()));
        try (Calibration calibration = new Calibration(id, backbone.input(), quantiser, 2)) {
            crops.forEach(calibration::add);
            onnx = calibration.quantised().toBytes();
        }

        try (Embedder exact = Embedder.open(model, 2);
                Embedder rounded = Embedder.open(id + "-int8", backbone, onnx, 2)) {
            List<Embedding> expected = exact.embed(crops, Views.CROP);
            List<Embedding> found = rounded.embed(crops, Views.CROP);
            for (int i = 0; i < crops.size(); i++) {
                assertThat(found.get(i).cosine(expected.get(i)))
                        .isGreaterThan(.9)
                        .isLessThan(.999999);
            }
        }
        assertThat((long) onnx.length).isLessThan(model.file().toFile().length() / 2);
    }
}
