/**
 * Embeddings of faces: {@link org.facies.embed.CropNetwork} runs networks on crops, {@link org.facies.embed.Embedder}
 * computes embeddings, and {@link org.facies.embed.Verification} measures how well they distinguish people. {@link
 * org.facies.embed.Calibration} measures the ranges for quantisation. Imports {@code org.facies.input}, {@code table},
 * {@code file}, {@code image}, {@code align}, {@code model}, {@code inference} and {@code onnx}. Start with {@code
 * Embedder}.
 */
package org.facies.embed;
