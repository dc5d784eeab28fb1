/**
 * Reads the network files of dlib ({@code .dat}) and converts its face recogniser to an ONNX graph. The format is a
 * serialised C++ object: all layers, innermost first, made of packed integers, texts and tensors. The whole file is
 * parsed, so that a damaged file is refused at the first wrong byte. Imports {@code org.facies.input}. Start with
 * {@code DlibResnet}.
 */
package org.facies.model.dlib;
