package org.facies.train.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.input.BadInput;
import org.facies.onnx.FloatTensor;

/**
 * The state of a training between two steps.
 *
 * @param fingerprint of its task
 * @param steps number of steps so far
 * @param running sums over the steps of the present epoch
 * @param tensors weights, optimiser state and averages, each with its prefix
 */
public record Checkpoint(String fingerprint, long steps, RunningSums running, Map<String, FloatTensor> tensors) {

    public static final String WEIGHTS = "weight/";
    public static final String OPTIMISER = "optimiser/";
    public static final String AVERAGES = "average/";

    private static final String FILE = "checkpoint.safetensors";

    public static Optional<Checkpoint> read(Path folder, String fingerprint) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        TensorFile content = TensorFile.read(file);
        Map<String, String> texts = content.texts();
        if (!fingerprint.equals(texts.get("fingerprint"))) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "belongs to other settings, weights or crops than this training",
                    "Choose another folder, or delete this one to train from the beginning.");
        }
        RunningSums running = new RunningSums(
                Double.parseDouble(texts.get("loss_sum")),
                Long.parseLong(texts.get("correct")),
                Long.parseLong(texts.get("seen")));
        return Optional.of(new Checkpoint(fingerprint, Long.parseLong(texts.get("steps")), running, content.tensors()));
    }

    public void write(Path folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("fingerprint", fingerprint);
        texts.put("steps", String.valueOf(steps));
        texts.put("loss_sum", String.valueOf(running.lossSum()));
        texts.put("correct", String.valueOf(running.correct()));
        texts.put("seen", String.valueOf(running.seen()));
        new TensorFile(texts, tensors).write(folder.resolve(FILE));
    }

    public static Map<String, FloatTensor> copied(String prefix, Map<String, Tensor> tensors) {
        Map<String, FloatTensor> copies = new LinkedHashMap<>();
        NativeMemory.freedAfter(
                () -> tensors.forEach((name, tensor) -> copies.put(prefix + name, Tensors.toFloatTensor(tensor))));
        return copies;
    }

    /** Restores tensors stored under a prefix. */
    public void restore(String prefix, Map<String, Tensor> targets) {
        NativeMemory.withoutGradients(
                () -> targets.forEach((name, tensor) -> tensor.copy_(Tensors.of(tensors.get(prefix + name)))));
    }
}
