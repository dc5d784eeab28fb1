/**
 * ONNX files as objects: read with bounds, write, cut at a tensor, put batch norm back or fold it, initialise afresh,
 * quantise. A model is an {@link org.facies.onnx.OnnxGraph}; start there. Imports {@code org.facies.input},
 * {@code file} and the generated ONNX classes.
 */
package org.facies.onnx;
