/**
 * Optimisation: update rules, schedules of learning rates, averages of weights. Imports {@code org.facies.autograd}
 * only for native memory. Start with {@link org.facies.train.optim.Optimiser}.
 */
package org.facies.train.optim;
