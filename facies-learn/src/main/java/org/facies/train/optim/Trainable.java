package org.facies.train.optim;

import org.bytedeco.pytorch.Tensor;

/**
 * A weight with the rate and the decay of its group.
 *
 * @param learningRate highest rate
 * @param weightDecay 0 for weights without decay
 */
public record Trainable(String name, Tensor tensor, double learningRate, double weightDecay) {}
