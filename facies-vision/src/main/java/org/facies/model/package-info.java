/**
 * Model files: their descriptions ({@link org.facies.model.ModelCard}), the expected input ({@link
 * org.facies.model.InputSpec}), their sources, and their installation in the user's model folder. Imports {@code
 * org.facies.input}, {@code image}, {@code align}, {@code inference} and {@code onnx}. Start with {@code ModelZoo}.
 */
package org.facies.model;
