package org.facies.loss;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What the margin losses share. */
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

    /** float[n][classes]: 1 at each row's own class, else 0. */
    static Tensor target(Tensor scores, Tensor labels) {
        return torch.one_hot(labels, scores.size(1)).to(torch.ScalarType.Float);
    }
}
