package org.facies.autograd;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** The tensors of one forward pass: activations by name, then the weights. */
final class Values {

    private final Weights weights;
    private final Map<String, Tensor> activations = new HashMap<>();

    Values(Weights weights) {
        this.weights = weights;
    }

    Tensor get(String name) {
        Tensor activation = activations.get(name);
        return activation == null ? weights.get(name) : activation;
    }

    void put(String name, Tensor activation) {
        activations.put(name, activation);
    }

    /** Frees tensors that are not needed after {@code made}; those that autograd needs stay alive inside libtorch. */
    @SuppressWarnings("ReferenceEquality") // the same tensor under two names
    void release(Iterable<String> names, Tensor made, Tensor input) {
        for (String name : names) {
            Tensor dead = activations.remove(name);
            if (dead != null && dead != made && dead != input) {
                dead.close();
            }
        }
    }
}
