package org.facies.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Large margin cosine loss: the target's logit is {@code s (cos θ - m)} (Wang et al. 2018, eq. 4).
 *
 * @param scale s, above 0
 * @param margin m in [0, 2)
 */
public record CosFace(double scale, double margin) implements MarginLoss {

    public CosFace {
        Margins.check(scale, margin, 2);
    }

    @Override
    public Score score() {
        return Score.COSINE;
    }

    @Override
    public Tensor logits(Tensor scores, Tensor labels) {
        Tensor target = Margins.target(scores, labels);
        return scores.sub(target.mul(new Scalar(margin))).mul(new Scalar(scale));
    }
}
