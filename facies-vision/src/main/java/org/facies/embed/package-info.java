/**
 * Faces as numbers: crops to embeddings with ONNX Runtime ({@link org.facies.embed.Embedder}), embeddings to files, and
 * how well embeddings tell the same person from another ({@link org.facies.embed.Verification}). Imports
 * {@code org.facies.input}, {@code table}, {@code file}, {@code image}, {@code align} and {@code model}. Start with {@code Embedder}.
 */
package org.facies.embed;
