package org.facies.autograd;

/** The precision of a backbone's layers. Weights, head, loss and optimiser always use float32. */
public enum Precision {
    /** float32 everywhere; on a card, without TF32. */
    FP32,
    /** Convolutions and matrix products in bfloat16, with libtorch's autocast. */
    BF16
}
