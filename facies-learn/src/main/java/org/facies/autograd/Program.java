package org.facies.autograd;

import java.util.List;
import java.util.function.BiConsumer;
import org.bytedeco.pytorch.Tensor;

/**
 * The operations of a graph in execution order.
 *
 * @param input name of the input
 * @param output name of the result
 */
record Program(String input, String output, List<Step> steps) {

    Program {
        steps = List.copyOf(steps);
    }

    /**
     * One operation.
     *
     * @param lastUses tensors that no later step needs
     */
    record Step(String output, Operation operation, List<String> lastUses) {
        Step {
            lastUses = List.copyOf(lastUses);
        }
    }

    Tensor run(Tensor x, Mode mode, Weights weights) {
        return run(x, mode, weights, (name, tensor) -> {});
    }

    /** Like {@link #run(Tensor, Mode, Weights)}; passes every new tensor to an observer. */
    Tensor run(Tensor x, Mode mode, Weights weights, BiConsumer<String, Tensor> made) {
        Values values = new Values(weights);
        values.put(input, x);
        for (Step step : steps) {
            Tensor result = step.operation().apply(values, mode);
            made.accept(step.output(), result);
            values.put(step.output(), result);
            values.release(step.lastUses(), result, x);
        }
        return values.get(output);
    }
}
