/**
 * Reads files of weights that users bring: torch's {@code .pth} and safetensors. A {@code .pth} is a zip archive of a
 * pickle and raw numbers; the pickle is run by a machine of our own that knows a closed list of operations and of names
 * and builds texts, tuples, dictionaries and views of numbers, nothing else. Every size is checked against the file
 * before memory is taken. Imports {@code org.facies.input} and {@code org.facies.onnx}. Start with {@code TorchFile}.
 */
package org.facies.model.weights;
