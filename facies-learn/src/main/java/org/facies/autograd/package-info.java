/**
 * An ONNX graph on libtorch: forward in training and evaluation mode, gradients for every trainable initialiser,
 * weights back into a graph. Imports {@code org.facies.onnx}, {@code org.facies.model} and bytedeco's libtorch. Start
 * with {@link org.facies.autograd.GraphModule}.
 *
 * <p>Every call that makes tensors is to be made inside {@link org.facies.autograd.NativeMemory}, which
 * frees them at its end.
 */
package org.facies.autograd;
