package org.facies.train;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.facies.onnx.FloatTensor;
import org.facies.train.checkpoint.TensorFile;

/** Values computed by PyTorch; the recipe is {@code src/test/python/make_training_golden.py}. */
public final class Golden {

    private static final Map<String, FloatTensor> TENSORS =
            TensorFile.read(file("training.safetensors")).tensors();

    private Golden() {}

    public static FloatTensor tensor(String name) {
        return Objects.requireNonNull(TENSORS.get(name), name);
    }

    public static float[] values(String name) {
        return tensor(name).values();
    }

    public static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Golden.class.getResource("/golden/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
