package org.facies.autograd;

import org.bytedeco.pytorch.Tensor;

/** One node made ready to run: attributes read, weights found. */
@FunctionalInterface
interface Operation {

    /** Runs the node on the tensors made so far; it may return one of them changed in place. */
    Tensor apply(Values values, Mode mode);
}
