/**
 * IResNet-18, -34, -50 and -100 as ONNX graphs, fresh or from the weights of a PyTorch state dict of arcface_torch. One
 * walk over the architecture ({@code Layout}) makes the nodes and tells which weights they need; everything else
 * follows from it. Imports {@code org.facies.input} and {@code org.facies.onnx}. Start with {@code IResNet}.
 */
package org.facies.model.iresnet;
