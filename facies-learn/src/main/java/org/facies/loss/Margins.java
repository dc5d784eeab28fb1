package org.facies.loss;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Common parts of the margin losses. */
final class Margins {

    private Margins() {}

    static void check(double scale, double margin, double limit) {
        if (!(scale > 0) || !Double.isFinite(scale)) {
            throw new IllegalArgumentException("scale " + scale);
        }
        if (!(margin >= 0 && margin < limit)) {
            throw new IllegalArgumentException("margin " + margin);
        }
    }

    /** float[n][classes]: 1 for each row's own class, otherwise 0. */
    static Tensor target(Tensor scores, Tensor labels) {
        return torch.one_hot(labels, scores.size(1)).to(torch.ScalarType.Float);
    }
}
