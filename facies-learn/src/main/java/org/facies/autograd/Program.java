package org.facies.autograd;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * The operations of a graph in the order to run them.
 *
 * @param input name under which operations find the input
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
        Values values = new Values(weights);
        values.put(input, x);
        for (Step step : steps) {
            Tensor made = step.operation().apply(values, mode);
            values.put(step.output(), made);
            values.release(step.lastUses(), made, x);
        }
        return values.get(output);
    }
}
