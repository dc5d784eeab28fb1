package org.facies.autograd;

/** How exactly the layers of a backbone multiply. Weights, head, loss and optimiser are float32 in either case. */
public enum Precision {
    /** float32 throughout; on a card, without TF32. */
    FP32,
    /** Convolutions and matrix products in bfloat16, by libtorch's autocast. */
    BF16
}
