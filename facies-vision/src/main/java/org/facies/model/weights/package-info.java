/**
 * Reads users' files of weights: torch's {@code .pth} and safetensors. A {@code .pth} is a zip archive of a pickle and
 * raw numbers. The pickle is interpreted by a machine with a closed list of operations and names, which builds only
 * texts, tuples, dictionaries and views of numbers. Every size is checked against the file before memory is allocated.
 * Imports {@code org.facies.input} and {@code org.facies.onnx}. Start with {@code TorchFile}.
 */
package org.facies.model.weights;
