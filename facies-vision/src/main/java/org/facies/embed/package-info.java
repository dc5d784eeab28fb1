/**
 * Faces as numbers: crops through networks ({@link org.facies.embed.CropNetwork}) and to embeddings ({@link
 * org.facies.embed.Embedder}), embeddings to files, and
 * how well embeddings tell the same person from another ({@link org.facies.embed.Verification}); the ranges that
 * quantising needs ({@link org.facies.embed.Calibration}). Imports
 * {@code org.facies.input}, {@code table}, {@code file}, {@code image}, {@code align}, {@code model}, {@code inference}
 * and {@code onnx}. Start with {@code Embedder}.
 */
package org.facies.embed;
