/**
 * ONNX graphs on libtorch: forward pass in training and evaluation mode, gradients of all trainable initialisers, and
 * conversion back to a graph. Imports {@code org.facies.onnx}, {@code org.facies.model} and bytedeco's libtorch. Start
 * with {@link org.facies.autograd.GraphModule}.
 *
 * <p>Make every call that creates tensors inside {@link org.facies.autograd.NativeMemory}, which frees them at its end.
 */
package org.facies.autograd;
