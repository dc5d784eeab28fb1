/**
 * Prediction with trained classifiers on face crops, without the training engine. {@link org.facies.predict.Classifier}
 * is one network, and {@link org.facies.predict.FoldEnsemble} the networks of all folds together. {@link
 * org.facies.predict.DistanceGraph} measures the distance of a face from the training faces. Imports {@code
 * org.facies.input}, {@code file}, {@code image}, {@code align}, {@code model}, {@code onnx}, {@code inference}, {@code
 * embed} and {@code novelty}. Start with {@code Classifier}. Other programs may build on this package.
 */
package org.facies.predict;
