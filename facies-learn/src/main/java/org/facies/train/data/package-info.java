/**
 * The inputs of training steps: crops, their augmentation, their order and division into batches, and the stored
 * activations of a frozen trunk. Imports {@code org.facies.autograd}, and crops and graphs of vision. Start with {@link
 * org.facies.train.data.BatchSource}.
 */
package org.facies.train.data;
