package org.facies.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.facies.autograd.GraphModule;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.loss.CosFace;
import org.facies.model.iresnet.CropSize;
import org.facies.model.iresnet.Depth;
import org.facies.model.iresnet.IResNet;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.train.checkpoint.TensorFile;
import org.facies.train.data.Augmentation;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.Trainable;
import org.facies.train.optim.WarmUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** IResNets against plain modules of PyTorch in double precision; {@code src/test/python/make_iresnet_golden.py}. */
class IResNetGoldenTest {

    private static final Map<String, FloatTensor> GOLDEN =
            TensorFile.read(Golden.file("iresnet.safetensors")).tensors();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Depth.class)
    void embeddings_are_those_of_pytorch_in_libtorch_and_in_onnx_runtime(Depth depth) {
        float[] golden = GOLDEN.get("r" + depth.layers() + ".embeddings").values();
        OnnxGraph graph = filled(depth, CropSize.ARCFACE);
        FloatTensor crops = crops(2, CropSize.ARCFACE);

        assertThat(Engines.libtorch(graph, crops)).containsExactly(golden, within(1e-4f));
        assertThat(Engines.onnxRuntime(graph.toBytes(), crops)).containsExactly(golden, within(1e-4f));
    }

    /** The step's crops are small, and for IResNet-50 not square. */
    @ParameterizedTest
    @CsvSource({"IRESNET_18, 64, 64", "IRESNET_50, 32, 48"})
    void loss_gradients_and_the_weights_after_a_step_are_those_of_pytorch(Depth depth, int heightPx, int widthPx) {
        CropSize crop = new CropSize(heightPx, widthPx);

        new GoldenStep(GOLDEN, "r" + depth.layers() + ".step")
                .assertAgrees(filled(depth, crop), crops(GoldenStep.CROPS, crop), 512);
    }

    @Test
    void a_fresh_network_learns_a_toy_problem_and_keeps_the_scale_of_its_last_norm() {
        CropSize crop = new CropSize(ToyNetwork.SIDE_PX, ToyNetwork.SIDE_PX);
        TrainingTask task = new TrainingTask(
                IResNet.graph(Depth.IRESNET_18, crop, 0.1),
                Start.SCRATCH,
                new CosFace(16, 0.1),
                ToyNetwork.INPUT,
                Toys.settings(Toys.adamW(1e-3), Augmentation.none()),
                List.of("lower", "middle", "upper"),
                new ToyCrops(64, 3, 1));

        TrainedModel model = new Trainer(Clock.systemUTC()).train(task, folder, progress -> {});

        assertThat(Toys.accuracy(model, new ToyCrops(60, 3, 2))).isGreaterThan(0.8);
        assertThat(model.backbone().weights().get("features.weight").values()).containsOnly(1);
        assertThat(model.backbone().weights().get("features.running_var").values())
                .doesNotContain(1);
    }

    @Test
    void dropout_acts_in_training_only() {
        CropSize crop = new CropSize(16, 16);
        Map<String, FloatTensor> weights = filled(Depth.IRESNET_18, crop).weights();
        OnnxGraph dropping = IResNet.graph(Depth.IRESNET_18, crop, 0.5).withWeights(weights);
        FloatTensor crops = crops(4, crop);

        assertThat(Engines.libtorch(dropping, crops))
                .isEqualTo(Engines.libtorch(filled(Depth.IRESNET_18, crop), crops));
        try (GraphModule module = new GraphModule(dropping)) {
            NativeMemory.withoutGradients(() -> {
                float[] once = Tensors.floats(module.forward(Tensors.of(crops), Mode.TRAINING));
                float[] twice = Tensors.floats(module.forward(Tensors.of(crops), Mode.TRAINING));
                assertThat(once).isNotEqualTo(twice);
            });
        }
    }

    @Test
    void the_matrix_before_the_last_norm_learns_at_the_rate_of_the_embedding() {
        Optimisation rates = new Optimisation(
                Optimisation.Method.SGD, 0.1, 0.2, 0.3, 0, WarmUp.NONE, Optimisation.Schedule.CONSTANT, 0);
        OnnxGraph graph = IResNet.graph(Depth.IRESNET_18, new CropSize(16, 16));
        try (Classifier classifier = new Classifier(
                graph,
                GoldenStep.LOSS,
                FormulaTensors.spread("head.weight", List.of(GoldenStep.CLASSES, 512L), -1, 1))) {
            assertThat(classifier.trainables(rates).stream()
                            .filter(weight -> weight.learningRate() == 0.2)
                            .map(Trainable::name))
                    .containsExactly("fc.weight", "fc.bias", "features.bias");
            assertThat(classifier.trainables(rates).stream().map(Trainable::name))
                    .contains("bn2.weight")
                    .doesNotContain("features.weight");
        }
    }

    /** The network with weights by the formula, laid over it as a state dict. */
    private static OnnxGraph filled(Depth depth, CropSize crop) {
        OnnxGraph blank = IResNet.graph(depth, crop);
        Map<String, FloatTensor> stateDict = FormulaTensors.stateDict(blank);
        if (crop.heightPx() == crop.widthPx()) {
            return IResNet.graph("formula", stateDict);
        }
        stateDict.replaceAll(
                (name, tensor) -> tensor.reshaped(blank.weights().get(name).shape()));
        return blank.withWeights(stateDict);
    }

    private static FloatTensor crops(long number, CropSize size) {
        return FormulaTensors.spread(
                "crops", List.of(number, 3L, (long) size.heightPx(), (long) size.widthPx()), -1, 1);
    }
}
