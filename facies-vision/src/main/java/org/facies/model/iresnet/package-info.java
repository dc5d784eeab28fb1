/**
 * IResNet-18, -34, -50 and -100 as ONNX graphs, new or with the weights of a PyTorch state dict of arcface_torch.
 * {@code Layout} builds the nodes and lists the weights that they need. Imports {@code org.facies.input} and {@code
 * org.facies.onnx}. Start with {@code IResNet}.
 */
package org.facies.model.iresnet;
