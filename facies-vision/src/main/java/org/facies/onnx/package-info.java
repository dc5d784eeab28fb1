/**
 * ONNX files as objects: read with limits, write, cut at a tensor, restore or fold batch norm, initialise, quantise. A
 * model is an {@link org.facies.onnx.OnnxGraph}; start there. Imports {@code org.facies.input}, {@code file} and the
 * generated ONNX classes.
 */
package org.facies.onnx;
