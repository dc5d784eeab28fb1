/**
 * Trains a backbone and a classifier head on crops, with resumption and reproducible results, and predicts with the
 * trained model. The inputs of training are in {@code data}, the optimisers in {@code optim}, and the files between two
 * steps in {@code checkpoint}. Imports {@code org.facies.autograd}, {@code org.facies.loss}, and crops and graphs of
 * vision. Start with {@link org.facies.train.Trainer}.
 */
package org.facies.train;
