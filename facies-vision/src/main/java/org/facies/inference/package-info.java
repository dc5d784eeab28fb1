/**
 * The only package that runs networks with ONNX Runtime: sessions, their options and threads, input and output tensors.
 * It handles numbers and shapes, not pictures. Imports {@code org.facies.input}, {@code file} and {@code onnx}. Start
 * with {@link org.facies.inference.InferenceSession}.
 */
package org.facies.inference;
