/**
 * Trained classifiers on face crops, without the training engine: one network ({@link org.facies.predict.Classifier})
 * and the networks of all folds together ({@link org.facies.predict.FoldEnsemble}); how far a face is from those that
 * a network learnt from ({@link org.facies.predict.DistanceGraph}). Imports {@code org.facies.input}, {@code file},
 * {@code image}, {@code align}, {@code model}, {@code onnx}, {@code inference}, {@code embed} and {@code novelty}.
 * Start with {@code Classifier}. Others may build on this package.
 */
package org.facies.predict;
