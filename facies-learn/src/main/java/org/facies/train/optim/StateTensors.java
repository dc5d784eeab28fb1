package org.facies.train.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.facies.autograd.NativeMemory;

/** One tensor for each weight, initially zero, kept between steps. */
final class StateTensors implements AutoCloseable {

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    StateTensors(String slot, List<Trainable> weights) {
        NativeMemory.withoutGradients(() -> weights.forEach(weight -> tensors.put(
                slot + "/" + weight.name(), torch.zeros_like(weight.tensor()).retainReference())));
    }

    List<Tensor> inOrder() {
        return List.copyOf(tensors.values());
    }

    Map<String, Tensor> byName() {
        return tensors;
    }

    @Override
    public void close() {
        tensors.values().forEach(Tensor::releaseReference);
        tensors.clear();
    }
}
