package org.facies.autograd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.bytedeco.pytorch.Tensor;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.WeightRole;

/** The float initialisers of a graph as tensors that live until they are closed. */
final class Weights implements AutoCloseable {

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, WeightRole> roles;

    Weights(OnnxGraph graph, Execution execution) {
        this.roles = graph.roles();
        NativeMemory.freedAfter(() ->
                graph.weights().forEach((name, weight) -> put(name, execution.place(Tensors.of(weight)))));
    }

    private void put(String name, Tensor tensor) {
        tensor.set_requires_grad(roles.get(name).trainable());
        tensors.put(name, tensor.retainReference());
    }

    Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new NoSuchElementException(name);
        }
        return tensor;
    }

    Map<String, Tensor> all() {
        return tensors;
    }

    List<Parameter> trainable() {
        return tensors.entrySet().stream()
                .filter(entry -> roles.get(entry.getKey()).trainable())
                .map(entry -> new Parameter(entry.getKey(), roles.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    Map<String, FloatTensor> toFloatTensors() {
        Map<String, FloatTensor> copied = new LinkedHashMap<>();
        NativeMemory.freedAfter(
                () -> tensors.forEach((name, tensor) -> copied.put(name, Tensors.toFloatTensor(tensor))));
        return copied;
    }

    @Override
    public void close() {
        tensors.values().forEach(Tensor::releaseReference);
        tensors.clear();
    }
}
