/**
 * The one place that runs networks with ONNX Runtime: sessions, their options and threads, tensors in and out. It knows
 * numbers and shapes, no pictures. Imports {@code org.facies.input}, {@code file} and {@code onnx}. Start with {@link
 * org.facies.inference.InferenceSession}.
 */
package org.facies.inference;
