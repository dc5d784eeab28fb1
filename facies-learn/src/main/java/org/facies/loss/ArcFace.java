package org.facies.loss;

import java.util.Objects;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Additive angular margin loss: the target's logit is {@code s cos(θ + m)} (Deng et al. 2019, eq. 3). In the form
 * {@code cos θ cos m - sin θ sin m}, its derivative by cos θ is exactly {@code s sin(θ + m) / sin θ}. Because that is
 * infinite at ±1, cos θ is kept {@value #EDGE} away from there.
 *
 * @param scale s, above 0
 * @param margin m in [0, π), radians
 * @param continuation the target's logit for large angles
 */
public record ArcFace(double scale, double margin, Continuation continuation) implements MarginLoss {

    private static final double EDGE = 1e-7;

    /** The target's logit for angles to which the margin cannot be added. */
    public enum Continuation {
        /** {@code s cos(θ + m)} everywhere, although it rises again beyond π - m. */
        COSINE,
        /** {@code s (cos θ - m sin m)} beyond π - m, which keeps falling. */
        LINEAR,
        /** {@code s cos θ} beyond π / 2: only smaller angles get a margin ("easy margin"). */
        EASY
    }

    public ArcFace {
        Margins.check(scale, margin, Math.PI);
        Objects.requireNonNull(continuation);
    }

    /** The loss of the reference implementation of Deng et al.: linear beyond π - m. */
    public ArcFace(double scale, double margin) {
        this(scale, margin, Continuation.LINEAR);
    }

    @Override
    public Score score() {
        return Score.COSINE;
    }

    @Override
    public Tensor logits(Tensor scores, Tensor labels) {
        Tensor bounded = scores.clamp(bound(-1 + EDGE), bound(1 - EDGE));
        Tensor target = Margins.target(scores, labels).to(torch.ScalarType.Bool);
        return torch.where(target, withMargin(bounded), scores).mul(new Scalar(scale));
    }

    private Tensor withMargin(Tensor cosine) {
        Tensor sine = torch.rsub(cosine, new Scalar(1.0))
                .mul(cosine.add(new Scalar(1.0)))
                .sqrt();
        Tensor shifted = cosine.mul(new Scalar(Math.cos(margin))).sub(sine.mul(new Scalar(Math.sin(margin))));
        return switch (continuation) {
            case COSINE -> shifted;
            case LINEAR ->
                torch.where(
                        cosine.gt(new Scalar(Math.cos(Math.PI - margin))),
                        shifted,
                        cosine.sub(new Scalar(margin * Math.sin(margin))));
            case EASY -> torch.where(cosine.gt(new Scalar(0.0)), shifted, cosine);
        };
    }

    private static ScalarOptional bound(double value) {
        return new ScalarOptional(new Scalar(value));
    }
}
