package org.facies.autograd;

/**
 * The CUDA support of this installation.
 *
 * @param built whether the libtorch on the class path was built with CUDA
 * @param cards number of usable cards; 0 without a driver
 */
public record CudaSupport(boolean built, int cards) {}
