/**
 * How weights follow their gradients: the rules, the course of the rates, averages over the steps. Imports
 * {@code org.facies.autograd} for native memory only. Start with {@link org.facies.train.optim.Optimiser}.
 */
package org.facies.train.optim;
