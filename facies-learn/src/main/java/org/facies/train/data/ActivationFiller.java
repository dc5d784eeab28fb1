package org.facies.train.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.facies.autograd.Execution;
import org.facies.autograd.GraphModule;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.file.AtomicFile;
import org.facies.image.Rgb;
import org.facies.onnx.OnnxGraph;
import org.facies.statistic.RandomStreams;

/** Runs the frozen part on every view of every crop and writes its output, crop by crop, view by view. */
final class ActivationFiller {

    private final ActivationRecipe recipe;
    private final OnnxGraph lower;
    private final CropSource cohort;
    private final CropAugmenter augmenter;
    private final List<Long> shape;

    ActivationFiller(ActivationRecipe recipe, OnnxGraph lower, CropSource cohort) {
        this.recipe = recipe;
        this.lower = lower;
        this.cohort = cohort;
        this.augmenter = new CropAugmenter(recipe.input().geometry(), recipe.augmentation());
        this.shape = OutputShape.of(lower, recipe.input());
    }

    /** The shape of one view's activations. */
    List<Long> shape() {
        return shape;
    }

    int valuesPerView() {
        return Math.toIntExact(shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact));
    }

    /** The row of each crop's activations, by its key. */
    Map<String, Integer> rows() {
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < cohort.size(); i++) {
            rows.putIfAbsent(cohort.key(i), i);
        }
        return rows;
    }

    void fill(Path file, IntConsumer filled) {
        torch.set_num_threads(recipe.threads());
        try (GraphModule module = new GraphModule(lower, Execution.plain(recipe.device()))) {
            AtomicFile.write(file, out -> {
                for (int i = 0; i < cohort.size(); i++) {
                    write(activations(module, i), out);
                    filled.accept(i + 1);
                }
            });
        }
    }

    private static void write(float[] values, OutputStream out) throws IOException {
        byte[] bytes = new byte[values.length * Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        out.write(bytes);
    }

    /** The activations of one crop, float[views]…. */
    private float[] activations(GraphModule module, int index) {
        int views = recipe.viewsPerCrop();
        float[] pictures = new float[views * recipe.input().valuesPerCrop()];
        FloatBuffer target = FloatBuffer.wrap(pictures);
        Rgb padded = cohort.crop(index);
        for (int view = 0; view < views; view++) {
            recipe.input().normalisation().write(view(padded, cohort.key(index), view), target);
        }
        return NativeMemory.withoutGradients(() -> {
            Tensor input = Tensors.of(
                    pictures,
                    views,
                    3,
                    recipe.input().geometry().heightPx(),
                    recipe.input().geometry().widthPx());
            return Tensors.floats(module.forward(input, Mode.EVALUATION));
        });
    }

    /**
     * A view of a crop. It depends on the crop's key, not on its index, so that an added photo changes no other view.
     */
    private Rgb view(Rgb padded, String key, int view) {
        return switch (view) {
            case 0 -> augmenter.plain(padded);
            case 1 -> augmenter.plain(padded).mirrored();
            default ->
                augmenter.varied(padded, RandomStreams.at(recipe.seed(), Arrays.hashCode(key.toCharArray()), view));
        };
    }
}
