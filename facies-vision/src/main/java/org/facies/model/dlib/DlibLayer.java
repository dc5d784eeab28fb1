package org.facies.model.dlib;

/** One layer of a dlib network with its weights. Kernels are square. */
sealed interface DlibLayer {

    /**
     * A convolution with bias.
     *
     * @param weight float[filters][channels][sizePx][sizePx]
     * @param bias float[filters]
     */
    record Convolution(int filters, int channels, int sizePx, int stridePx, int paddingPx, Weights weight, Weights bias)
            implements DlibLayer {}

    /** {@code gamma · x + beta} for each channel: a batch norm with fixed statistics. */
    record Affine(int channels, Weights gamma, Weights beta) implements DlibLayer {}

    record Relu() implements DlibLayer {}

    record MaxPool(int sizePx, int stridePx) implements DlibLayer {}

    /**
     * An average pool.
     *
     * @param sizePx side of the window; 0 for the whole picture
     */
    record AveragePool(int sizePx, int stridePx) implements DlibLayer {}

    /**
     * Adds the output of an earlier marked layer; the smaller one is padded with zeros at its end in every dimension.
     */
    record AddMarked() implements DlibLayer {}

    /**
     * Marks an output for later (a tag), or continues from a marked one (a skip); the file does not distinguish them.
     */
    record Marker() implements DlibLayer {}

    /**
     * Matrix product without bias.
     *
     * @param weight float[inputs][outputs]
     */
    record FullyConnected(int inputs, int outputs, Weights weight) implements DlibLayer {}
}
