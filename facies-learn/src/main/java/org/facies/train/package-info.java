/**
 * Trains a backbone and a classifier head on crops, resumably and reproducibly, and predicts with the result. Imports
 * {@code org.facies.autograd}, {@code org.facies.loss}, the crops and graphs of vision. Start with
 * {@link org.facies.train.Trainer}.
 */
package org.facies.train;
