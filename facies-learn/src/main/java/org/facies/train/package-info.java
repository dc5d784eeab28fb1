/**
 * Trains a backbone and a classifier head on crops, resumably and reproducibly, and predicts with the result. What it
 * is fed with lies in {@code data}, how weights move in {@code optim}, what a folder keeps between steps in
 * {@code checkpoint}. Imports {@code org.facies.autograd}, {@code org.facies.loss}, the crops and graphs of vision.
 * Start with {@link org.facies.train.Trainer}.
 */
package org.facies.train;
