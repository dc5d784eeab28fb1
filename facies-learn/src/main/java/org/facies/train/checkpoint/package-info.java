/**
 * The files of a training between two steps: weights and optimiser state in {@code checkpoint.safetensors}, the course
 * of the training in {@code history.csv}. Imports {@code org.facies.autograd} only for tensors. Start with {@link
 * org.facies.train.checkpoint.Checkpoint}.
 */
package org.facies.train.checkpoint;
