/**
 * What a folder keeps of a training between two steps: weights and the optimiser's memory in
 * {@code checkpoint.safetensors}, the course of the training in {@code history.csv}. Imports
 * {@code org.facies.autograd} for tensors only. Start with {@link org.facies.train.checkpoint.Checkpoint}.
 */
package org.facies.train.checkpoint;
