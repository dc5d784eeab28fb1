package org.facies.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.GraphModule;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.loss.CosFace;
import org.facies.onnx.OnnxGraph;
import org.facies.train.Start;
import org.facies.train.ToyCrops;
import org.facies.train.ToyNetwork;
import org.facies.train.Toys;
import org.facies.train.TrainedModel;
import org.facies.train.Trainer;
import org.facies.train.TrainingSettings;
import org.facies.train.TrainingTask;
import org.facies.train.optim.WeightAveraging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivationStoreTest {

    private static final ToyCrops COHORT = new ToyCrops(150, 3, 1);
    private static final OnnxGraph START = ToyNetwork.graph().readyForFineTuning();
    private static final FrozenTrunk TRUNK = new FrozenTrunk("stem", 2);

    @TempDir
    private Path folder;

    @Test
    void stored_activations_equal_those_of_the_frozen_part() {
        ActivationStore store = open(recipe(1));

        CropAugmenter augmenter = new CropAugmenter(ToyNetwork.INPUT.geometry(), Augmentation.none());
        Rgb plain = augmenter.plain(COHORT.crop(17));
        assertThat(stored(store, 17, 0)).containsExactly(lower(plain), within(1e-4f));
        assertThat(stored(store, 17, 1)).containsExactly(lower(plain.mirrored()), within(1e-4f));
        assertThat(store.views()).isEqualTo(4);
        assertThat(store.shape()).isEqualTo(List.of(8L, 8L, 8L));
    }

    @Test
    void a_store_that_is_there_is_not_made_again() throws IOException {
        open(recipe(1));
        Path file = files().get(0);
        FileTime before = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        open(recipe(1));

        assertThat(files()).containsExactly(file);
        assertThat(Files.getLastModifiedTime(file)).isNotEqualTo(before).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void another_seed_is_another_store() throws IOException {
        open(recipe(1));
        open(recipe(2));

        assertThat(files()).hasSize(2);
    }

    @Test
    void training_above_the_cut_learns_and_leaves_the_frozen_part_alone() {
        TrainingSettings settings = Toys.settings(
                Toys.adamW(1e-2), Augmentation.plausible(), Optional.of(TRUNK), new WeightAveraging.Last());
        CropSource fold = new Fold(COHORT, 120);
        TrainingTask task =
                Toys.task(Start.PRETRAINED, new CosFace(16, 0.1), settings, fold, Optional.of(open(recipe(1))));

        TrainedModel model = new Trainer(Clock.systemUTC()).train(task, folder.resolve("run"), progress -> {});

        assertThat(Toys.accuracy(model, new ToyCrops(60, 3, 2))).isGreaterThan(0.6);
        assertThat(model.backbone().weights().get("stem.weight").values())
                .isEqualTo(START.weights().get("stem.weight").values());
        assertThat(model.backbone().weights().get("block1.conv1.weight").values())
                .isNotEqualTo(START.weights().get("block1.conv1.weight").values());
    }

    @Test
    void predictions_from_stored_activations_are_those_from_crops() {
        TrainingSettings settings =
                Toys.settings(Toys.adamW(1e-2), Augmentation.none(), Optional.of(TRUNK), new WeightAveraging.Last());
        ActivationStore store = open(recipe(1));
        CropSource fold = new Fold(COHORT, 30);
        TrainingTask task = Toys.task(Start.PRETRAINED, new CosFace(16, 0.1), settings, fold, Optional.of(store));
        TrainedModel model = new Trainer(Clock.systemUTC()).train(task, folder.resolve("run"), progress -> {});

        float[][] fromCrops = model.predict(COHORT).probabilities();
        float[][] fromStore =
                model.predict(COHORT, store, new ComputeDevice.Cpu()).probabilities();

        assertThat(fromStore).hasDimensions(150, 3);
        for (int i = 0; i < fromCrops.length; i++) {
            assertThat(fromStore[i]).containsExactly(fromCrops[i], within(1e-5f));
        }
    }

    @Test
    void a_cut_that_something_passes_beside_is_refused_by_name() {
        ActivationRecipe beside = new ActivationRecipe(
                new FrozenTrunk("block1.relu1", 0),
                ToyNetwork.INPUT,
                Augmentation.none(),
                1,
                new ComputeDevice.Cpu(),
                2);

        assertThatThrownBy(() -> open(beside))
                .isInstanceOf(BadInput.class)
                .hasMessage("cut: \"block1.relu1\" is not a possible cut: \"stem\" bypasses it. "
                        + "Choose a tensor that every path of the network goes through.");
    }

    private ActivationStore open(ActivationRecipe recipe) {
        return ActivationStore.open(recipe, ToyNetwork.graph(), COHORT, folder, filled -> {});
    }

    private static ActivationRecipe recipe(long seed) {
        return new ActivationRecipe(
                TRUNK, ToyNetwork.INPUT, Augmentation.plausible(), seed, new ComputeDevice.Cpu(), 2);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static float[] stored(ActivationStore store, int crop, int view) {
        float[] values = new float[store.valuesPerView()];
        store.read(COHORT.key(crop), view, FloatBuffer.wrap(values));
        return values;
    }

    private static float[] lower(Rgb picture) {
        float[] input = new float[ToyNetwork.INPUT.valuesPerCrop()];
        ToyNetwork.INPUT.normalisation().write(picture, FloatBuffer.wrap(input));
        try (GraphModule module =
                new GraphModule(ToyNetwork.graph().cutAt(TRUNK.cut()).lower())) {
            return NativeMemory.withoutGradients(
                    () -> Tensors.floats(module.forward(Tensors.of(input, 1, 3, 16, 16), Mode.EVALUATION)));
        }
    }

    /** The first crops of a cohort. */
    private record Fold(CropSource cohort, int size) implements CropSource {
        @Override
        public Rgb crop(int index) {
            throw new AssertionError("stored activations make crops needless");
        }

        @Override
        public int label(int index) {
            return cohort.label(index);
        }

        @Override
        public String key(int index) {
            return cohort.key(index);
        }
    }
}
