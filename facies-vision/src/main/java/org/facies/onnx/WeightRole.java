package org.facies.onnx;

/** The role of an initialiser, which decides how it is initialised, whether it is trained, and whether it decays. */
public enum WeightRole {
    /** Filters [out, in / groups, height, width]. */
    CONVOLUTION,
    /** The matrix of a Gemm or MatMul. */
    MATRIX,
    BIAS,
    /** Scale (gamma) of a BatchNormalization. */
    NORM_SCALE,
    /** Shift (beta) of a BatchNormalization. */
    NORM_SHIFT,
    RUNNING_MEAN,
    RUNNING_VARIANCE,
    /** Slopes of a PRelu. */
    SLOPE,
    /** Per-channel factor, Mul with an initialiser of more than one element. */
    AFFINE_SCALE,
    /** Per-channel summand, Add with an initialiser of more than one element. */
    AFFINE_SHIFT,
    /**
     * Anything else: a scalar factor, a fixed table, a weight that must not be trained. Never trained.
     */
    CONSTANT;

    /** Whether the weight is trained. */
    public boolean trainable() {
        return this != RUNNING_MEAN && this != RUNNING_VARIANCE && this != CONSTANT;
    }

    /** Whether weight decay applies, which is so for filters and matrices only. */
    public boolean decays() {
        return this == CONVOLUTION || this == MATRIX;
    }
}
