package org.facies.autograd;

import org.bytedeco.pytorch.Tensor;

/** A compiled node, with its attributes and weights. */
@FunctionalInterface
interface Operation {

    /** Runs the node on the existing tensors; it may change one of them in place and return it. */
    Tensor apply(Values values, Mode mode);
}
