package org.facies.model;

import java.util.List;
import java.util.Locale;
import org.facies.align.CropGeometry;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;

/**
 * A file that a user brought, read, recognised and tried on a plain picture, and not installed yet.
 *
 * @param fileName without the folder
 * @param sha256 of the file
 * @param format how it was written, in words
 * @param family what kind of network it holds
 * @param network the network
 * @param ends what goes in and comes out
 */
public record ImportedModel(
        String fileName, String sha256, String format, NetworkFamily family, ImportedNetwork network, Ends ends) {

    private static final double MILLION = 1e6;

    /**
     * Both ends of a network.
     *
     * @param input name of the tensor that takes crops
     * @param inputShape [n, 3, height, width], -1 where any extent fits
     * @param output name of the tensor with the embedding
     * @param embeddingSize how many numbers an embedding has
     */
    public record Ends(String input, List<Long> inputShape, String output, int embeddingSize) {
        public Ends {
            inputShape = List.copyOf(inputShape);
        }

        /** Where any size fits, that of ArcFace. */
        public int heightPx() {
            return sidePx(2);
        }

        /** Where any size fits, that of ArcFace. */
        public int widthPx() {
            return sidePx(3);
        }

        private int sidePx(int axis) {
            long extent = inputShape.get(axis);
            return extent > 0 ? Math.toIntExact(extent) : CropGeometry.ARCFACE_112.heightPx();
        }

        /** Whether a crop may have that shape. */
        boolean takes(CropGeometry crop) {
            return fits(0, 1) && fits(1, 3) && fits(2, crop.heightPx()) && fits(3, crop.widthPx());
        }

        private boolean fits(int axis, long extent) {
            return inputShape.get(axis) == -1 || inputShape.get(axis) == extent;
        }
    }

    /** What is likely true of it and stands nowhere in the file. */
    public Proposal proposal() {
        return Proposal.of(family, network, ends.heightPx());
    }

    /** What was recognised, as one sentence without a full stop. */
    public String summary() {
        return "%s, %s for crops of %d × %d, %s%d numbers a face"
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
