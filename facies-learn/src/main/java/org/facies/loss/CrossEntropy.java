package org.facies.loss;

import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Mean cross-entropy of logits. Each sample is weighted by its class, and the sum is divided by the sum of the weights.
 *
 * @param classWeights one for each class, at least 0; empty for equal weights
 * @param labelSmoothing share of the target that is spread evenly over all classes, in [0, 1) (Szegedy et al. 2016)
 */
public record CrossEntropy(List<Float> classWeights, double labelSmoothing) {

    /** The code of {@code at::Reduction::Mean}. */
    private static final long MEAN = 1;

    private static final long NO_CLASS = -100;

    public CrossEntropy {
        classWeights = List.copyOf(classWeights);
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException("label smoothing " + labelSmoothing);
        }
    }

    /**
     * The loss of a batch.
     *
     * @param logits float[n][classes]
     * @param labels long[n]
     * @return a scalar
     */
    public Tensor of(Tensor logits, Tensor labels) {
        return torch.cross_entropy_loss(logits, labels, weights(logits), MEAN, NO_CLASS, labelSmoothing);
    }

    /** The divisor of the summed losses: the number of samples, or the sum of their classes' weights. */
    public double weightOf(long... labels) {
        return classWeights.isEmpty()
                ? labels.length
                : LongStream.of(labels)
                        .mapToDouble(label -> classWeights.get((int) label))
                        .sum();
    }

    private TensorOptional weights(Tensor logits) {
        if (classWeights.isEmpty()) {
            return new TensorOptional();
        }
        float[] values = new float[classWeights.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = classWeights.get(i);
        }
        return new TensorOptional(Tensor.create(values).to(logits.device(), logits.scalar_type()));
    }
}
