package org.facies.model.weights;

/**
 * What a file of weights may cost.
 *
 * @param maxFileBytes larger files are refused unread; at most 4 GiB, where another kind of zip directory begins
 * @param maxWeightBytes all weights together, as float32 in memory
 * @param maxHeaderBytes the part that names and describes the tensors: the pickle and the zip directory, or the
 *     safetensors header
 */
public record WeightLimits(long maxFileBytes, long maxWeightBytes, int maxHeaderBytes) {

    /**
     * 4 GiB a file, 2 GiB of weights, 2 MiB to describe them: seven times what IResNet-100 with its optimiser needs.
     */
    public static final WeightLimits DEFAULT = new WeightLimits(4L << 30, 2L << 30, 2 << 20);

    public WeightLimits {
        if (maxFileBytes < 1 || maxFileBytes > 4L << 30 || maxWeightBytes < 1 || maxHeaderBytes < 1) {
            throw new IllegalArgumentException("limits " + maxFileBytes + " bytes of file, " + maxWeightBytes
                    + " of weights, " + maxHeaderBytes + " of header");
        }
    }
}
