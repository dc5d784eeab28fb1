package org.facies.model;

import java.util.List;
import java.util.Locale;
import org.facies.align.CropGeometry;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;

/**
 * A user's file that was read, recognised and tried on a plain picture, but is not installed yet.
 *
 * @param fileName without the folder
 * @param sha256 of the file
 * @param format of the file, in words
 * @param family the kind of network
 * @param network the network
 * @param ends its input and output
 */
public record ImportedModel(
        String fileName, String sha256, String format, NetworkFamily family, ImportedNetwork network, Ends ends) {

    private static final double MILLION = 1e6;

    /**
     * The input and the output of a network.
     *
     * @param input name of the tensor for crops
     * @param inputShape [n, 3, height, width], -1 if any extent is valid
     * @param output name of the tensor with the embedding
     * @param embeddingSize length of an embedding
     */
    public record Ends(String input, List<Long> inputShape, String output, int embeddingSize) {
        public Ends {
            inputShape = List.copyOf(inputShape);
        }

        /** The height of the crops; that of ArcFace if any height is valid. */
        public int heightPx() {
            return sidePx(2);
        }

        /** The width of the crops; that of ArcFace if any width is valid. */
        public int widthPx() {
            return sidePx(3);
        }

        private int sidePx(int axis) {
            long extent = inputShape.get(axis);
            return extent > 0 ? Math.toIntExact(extent) : CropGeometry.ARCFACE_112.heightPx();
        }

        /** Whether the input accepts crops of this shape. */
        boolean takes(CropGeometry crop) {
            return fits(0, 1) && fits(1, 3) && fits(2, crop.heightPx()) && fits(3, crop.widthPx());
        }

        private boolean fits(int axis, long extent) {
            return inputShape.get(axis) == -1 || inputShape.get(axis) == extent;
        }
    }

    /** Likely properties that the file does not state. */
    public Proposal proposal() {
        return Proposal.of(family, network, ends.heightPx());
    }

    /** The recognised network, as one sentence without a full stop. */
    public String summary() {
        return "%s, %s for crops of %d × %d, %sembeddings of %d numbers"
                .formatted(
                        format,
                        family.words(),
                        ends.widthPx(),
                        ends.heightPx(),
                        network instanceof ImportedNetwork.Understood understood ? layers(understood.graph()) : "",
                        ends.embeddingSize());
    }

    private static String layers(OnnxGraph graph) {
        long weights = graph.weights().values().stream()
                .map(FloatTensor::values)
                .mapToLong(values -> values.length)
                .sum();
        long norms = graph.nodes().stream()
                .filter(node -> node.op().equals("BatchNormalization"))
                .count();
        return String.format(
                Locale.ROOT,
                "%.1f million weights, %s, ",
                weights / MILLION,
                norms > 1 ? norms + " batch norms" : "batch norm folded");
    }
}
