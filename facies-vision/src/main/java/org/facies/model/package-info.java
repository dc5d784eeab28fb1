/**
 * Model files: what each one is ({@link org.facies.model.ModelCard}), what it wants to see
 * ({@link org.facies.model.InputSpec}), where it comes from and how it gets into the user's model folder. Imports
 * {@code org.facies.input}, {@code image}, {@code align}, {@code inference} and {@code onnx}. Start with
 * {@code ModelZoo}.
 */
package org.facies.model;
