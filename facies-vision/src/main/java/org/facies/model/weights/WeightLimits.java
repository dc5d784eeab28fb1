package org.facies.model.weights;

/**
 * Limits of a file of weights.
 *
 * @param maxFileBytes larger files are refused without reading; at most 4 GiB, the limit of plain zip directories
 * @param maxWeightBytes all weights together, as float32 in memory
 * @param maxHeaderBytes the part that describes the tensors: the pickle and the zip directory, or the safetensors
 *     header
 */
public record WeightLimits(long maxFileBytes, long maxWeightBytes, int maxHeaderBytes) {

    /**
     * 4 GiB for a file, 2 GiB for weights, 2 MiB for their description: seven times the needs of IResNet-100 with its
     * optimiser.
     */
    public static final WeightLimits DEFAULT = new WeightLimits(4L << 30, 2L << 30, 2 << 20);

    public WeightLimits {
        if (maxFileBytes < 1 || maxFileBytes > 4L << 30 || maxWeightBytes < 1 || maxHeaderBytes < 1) {
            throw new IllegalArgumentException("limits " + maxFileBytes + " bytes of file, " + maxWeightBytes
                    + " of weights, " + maxHeaderBytes + " of header");
        }
    }
}
