package org.facies.autograd;

/**
 * What of CUDA is there.
 *
 * @param built whether the libtorch on the class path was built with it
 * @param cards cards that it can use; 0 without a driver
 */
public record CudaSupport(boolean built, int cards) {}
