/**
 * What a step of training is fed with: crops, how they vary, in which order and in which batches they come, and the
 * stored activations of a frozen trunk. Imports {@code org.facies.autograd}, the crops and graphs of vision. Start with
 * {@link org.facies.train.data.BatchSource}.
 */
package org.facies.train.data;
