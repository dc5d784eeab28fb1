package org.facies.model.iresnet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxValue;
import org.facies.onnx.TrainingNotes;

/**
 * The residual networks of ArcFace (Deng et al. 2019, section 3.1, "IResNet" in its PyTorch code). The input is
 * float[n][3][height][width], (x − 127.5) / 127.5, in tensor {@code input}; the output float[n][512] in tensor {@code
 * embedding}. The stem's output is tensor {@code stem}, that of block i of stage s {@code layer<s>.<i>}, counted from
 * 0, and that of a stage's last block {@code layer<s>}. The graph can be cut at all of them. Weights have the same
 * names as in a state dict of arcface_torch.
 *
 * <p>New filters are drawn from N(0, 0.1²), and the scale of the last norm is never trained, as in arcface_torch.
 */
public final class IResNet {

    /** Standard deviation of new filters. */
    public static final double FILTER_DEVIATION = 0.1;

    private static final long OPSET = 17;
    private static final TrainingNotes NOTES =
            new TrainingNotes(Optional.of(FILTER_DEVIATION), Set.of("features.weight"));

    private IResNet() {}

    /**
     * A recognised network.
     *
     * @param crop square, because the weights determine only the number of positions in the last feature map
     */
    public record Recognised(Depth depth, CropSize crop) {}

    /**
     * The network without dropout; its filters and its matrix are 0 until it is
     * {@linkplain OnnxGraph#freshlyInitialised initialised} or gets weights.
     */
    public static OnnxGraph graph(Depth depth, CropSize crop) {
        return graph(depth, crop, 0);
    }

    /**
     * The network with dropout before its matrix, otherwise as {@link #graph(Depth, CropSize)}.
     *
     * @param dropout fraction of the last features that training drops, in [0, 1). Above 0 it is the weight {@code
     *     dropout.ratio}, which no state dict contains and which is not trained
     */
    public static OnnxGraph graph(Depth depth, CropSize crop, double dropout) {
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout " + dropout);
        }
        Layout layout = new Layout(depth, crop, dropout);
        Map<String, FloatTensor> weights = new LinkedHashMap<>();
        layout.slots().forEach((name, slot) -> weights.put(name, slot.filled()));
        return graph(layout, crop, weights);
    }

    /**
     * The network for a state dict, with its weights.
     *
     * @param file the state dict's name in error messages
     * @param stateDict float tensors by key; counters ({@code num_batches_tracked}) are passed over
     * @throws org.facies.input.BadInput as {@link #recognise}
     */
    public static OnnxGraph graph(String file, Map<String, FloatTensor> stateDict) {
        Recognised network = recognise(file, stateDict);
        Layout layout = new Layout(network.depth(), network.crop(), 0);
        Map<String, FloatTensor> weights = new LinkedHashMap<>();
        layout.slots()
                .forEach((name, slot) -> weights.put(name, stateDict.get(name).reshaped(slot.shape())));
        return graph(layout, network.crop(), weights);
    }

    /**
     * Recognises the network of a state dict by keys and shapes.
     *
     * @param file the state dict's name in error messages
     * @param stateDict float tensors by key; counters ({@code num_batches_tracked}) are passed over
     * @throws org.facies.input.BadInput if it is not exactly an IResNet of a known depth for square crops; names the
     *     first key that is missing, superfluous or has another shape
     */
    public static Recognised recognise(String file, Map<String, FloatTensor> stateDict) {
        return new StateDict(file, stateDict).recognised();
    }

    /**
     * Recognises an IResNet by the layers of a graph, whatever the names of its tensors are, and whether or not its
     * norms are folded into its convolutions.
     */
    public static Optional<Recognised> recognise(OnnxGraph graph) {
        return new GraphLayers(graph).recognised();
    }

    private static OnnxGraph graph(Layout layout, CropSize crop, Map<String, FloatTensor> weights) {
        return new OnnxGraph(
                OPSET,
                List.of(new OnnxValue(
                        Layout.INPUT, List.of(OnnxValue.DYNAMIC, 3L, (long) crop.heightPx(), (long) crop.widthPx()))),
                List.of(new OnnxValue(Layout.EMBEDDING, List.of(OnnxValue.DYNAMIC, Layout.EMBEDDING_SIZE))),
                layout.nodes(),
                weights,
                Map.of(),
                NOTES);
    }
}
