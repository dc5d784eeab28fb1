package org.facies.autograd;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;

/**
 * A pass that keeps only the tensors between the segments of the network. It recomputes the inside of each segment,
 * from the last to the first, when its gradients are needed (Chen et al. 2016).
 *
 * <p>Dropout draws the same numbers again, and batch norm counts a batch once. Gradients and running statistics are
 * therefore those of an ordinary pass.
 */
final class RecomputedPass implements TrainingPass {

    private final List<Program> segments;
    private final Weights weights;
    private final Execution execution;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private final Tensor lastInput;
    private final Tensor output;

    /** What is needed to run a segment again. */
    private record Kept(Program segment, Tensor input, RandomState random) implements AutoCloseable {
        @Override
        public void close() {
            input.close();
            random.close();
        }
    }

    RecomputedPass(List<Program> segments, Weights weights, Execution execution, Tensor input) {
        this.segments = List.copyOf(segments);
        this.weights = weights;
        this.execution = execution;
        this.lastInput = leaf(throughAllButTheLast(input));
        this.output = run(segments.get(segments.size() - 1), lastInput, Mode.TRAINING);
    }

    private Tensor throughAllButTheLast(Tensor input) {
        Tensor x = input;
        for (Program segment : segments.subList(0, segments.size() - 1)) {
            Tensor from = x;
            kept.push(new Kept(segment, from, RandomState.now(execution.device())));
            x = NativeMemory.survivor(() -> NativeMemory.unrecorded(() -> run(segment, from, Mode.TRAINING)));
        }
        return x;
    }

    private Tensor run(Program segment, Tensor x, Mode mode) {
        return execution.inPrecision(() -> segment.run(x, mode, weights));
    }

    private static Tensor leaf(Tensor tensor) {
        Tensor leaf = tensor.detach();
        leaf.set_requires_grad(true);
        return leaf;
    }

    /** A copy of the gradient; libtorch frees its own with the leaf. */
    private static Tensor gradient(Tensor leaf) {
        return leaf.grad().detach();
    }

    @Override
    public Tensor output() {
        return output;
    }

    @Override
    public void backward() {
        RandomState after = RandomState.now(execution.device());
        Tensor gradient = gradient(lastInput);
        while (kept.size() > 1) {
            Kept segment = kept.pop();
            Tensor above = gradient;
            gradient = NativeMemory.survivor(() -> gradientBelow(segment, above));
            above.close();
            segment.close();
        }
        if (!kept.isEmpty()) {
            Kept first = kept.pop();
            Tensor above = gradient;
            NativeMemory.freedAfter(() -> again(first, first.input(), above));
        }
        after.restore();
        after.close();
    }

    private Tensor gradientBelow(Kept segment, Tensor gradientAbove) {
        Tensor from = leaf(segment.input());
        again(segment, from, gradientAbove);
        return gradient(from);
    }

    /** Adds to the gradients of the segment's weights, and of its input if that needs one. */
    private void again(Kept segment, Tensor from, Tensor gradientAbove) {
        segment.random().restore();
        Tensor made = run(segment.segment(), from, Mode.REPETITION);
        if (made.requires_grad()) {
            made.backward(gradientAbove, new BoolOptional(), false, new TensorArrayRefOptional());
        }
    }
}
