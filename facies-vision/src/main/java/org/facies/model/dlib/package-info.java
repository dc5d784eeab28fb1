/**
 * Reads the network files of dlib ({@code .dat}) and writes its face recogniser as an ONNX graph. The format is a
 * serialised C++ object: every layer in turn, innermost first, made of packed integers, texts and tensors; all of it is
 * parsed, nothing is searched for, so a damaged file is refused at the byte where it stops making sense. Imports
 * {@code org.facies.input}. Start with {@code DlibResnet}.
 */
package org.facies.model.dlib;
