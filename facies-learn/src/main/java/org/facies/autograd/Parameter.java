package org.facies.autograd;

import org.bytedeco.pytorch.Tensor;
import org.facies.onnx.WeightRole;

/**
 * A trainable weight.
 *
 * @param tensor owned by its {@link GraphModule}; valid until that is closed
 */
public record Parameter(String name, WeightRole role, Tensor tensor) {}
