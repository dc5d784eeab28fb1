package org.facies.onnx;

import ai.onnx.proto.OnnxMl;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.file.AtomicFile;

/**
 * A neural network: nodes in topological order, and their initialisers. Immutable; a modified graph is a new object
 * that shares the unchanged weights.
 *
 * @param opset version of the default ONNX operator set
 * @param inputs the input tensors, without initialisers
 * @param weights float32 initialisers in the file's order
 * @param integers int64 initialisers (shapes, pads, axes)
 * @param notes rules for training
 */
public record OnnxGraph(
        long opset,
        List<OnnxValue> inputs,
        List<OnnxValue> outputs,
        List<OnnxNode> nodes,
        Map<String, FloatTensor> weights,
        Map<String, LongTensor> integers,
        TrainingNotes notes) {

    public OnnxGraph {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        nodes = List.copyOf(nodes);
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        integers = Collections.unmodifiableMap(new LinkedHashMap<>(integers));
        Objects.requireNonNull(notes);
    }

    /** A graph without rules for training. */
    public OnnxGraph(
            long opset,
            List<OnnxValue> inputs,
            List<OnnxValue> outputs,
            List<OnnxNode> nodes,
            Map<String, FloatTensor> weights,
            Map<String, LongTensor> integers) {
        this(opset, inputs, outputs, nodes, weights, integers, TrainingNotes.NONE);
    }

    /**
     * Reads an ONNX file of at most 2 GiB.
     *
     * @throws org.facies.input.BadInput if it cannot be read, or is not a supported graph
     */
    public static OnnxGraph read(Path file) {
        return OnnxReader.read(file);
    }

    /**
     * Converts a parsed ONNX model to a graph.
     *
     * @param name its name in error messages
     * @throws org.facies.input.BadInput if it has parts that a graph cannot represent
     */
    public static OnnxGraph of(String name, OnnxMl.ModelProto model) {
        return OnnxReader.read(name, model);
    }

    /**
     * Writes the file atomically. The same graph gives the same bytes.
     *
     * @throws org.facies.input.BadInput if the place cannot be written
     */
    public void write(Path file) {
        AtomicFile.write(file, toBytes());
    }

    /** The graph as the bytes of the file that {@link #write} makes. */
    public byte[] toBytes() {
        return toModel().toByteArray();
    }

    /** The graph as an ONNX model. */
    public OnnxMl.ModelProto toModel() {
        return OnnxWriter.model(this);
    }

    /** The only input. */
    public OnnxValue input() {
        return inputs.get(0);
    }

    /** The first output, for a backbone the embedding. */
    public OnnxValue output() {
        return outputs.get(0);
    }

    public WeightRole role(String weight) {
        return roles().get(weight);
    }

    /** The role of each float initialiser, in the order of {@link #weights()}. */
    public Map<String, WeightRole> roles() {
        return WeightRoles.of(this);
    }

    /** The node that computes a tensor; empty for inputs, initialisers and unknown names. */
    public Optional<OnnxNode> producer(String tensor) {
        return nodes.stream().filter(node -> node.outputs().contains(tensor)).findFirst();
    }

    /** The nodes that read a tensor. */
    public List<OnnxNode> consumers(String tensor) {
        return nodes.stream().filter(node -> node.inputs().contains(tensor)).toList();
    }

    /** The same graph with some weights replaced; the shapes must be the same. */
    public OnnxGraph withWeights(Map<String, FloatTensor> replacements) {
        Map<String, FloatTensor> changed = new LinkedHashMap<>(weights);
        replacements.forEach((name, tensor) -> {
            FloatTensor old = weights.get(name);
            if (old == null || !old.shape().equals(tensor.shape())) {
                throw new IllegalArgumentException("no weight " + name + " of shape " + tensor.shape());
            }
            changed.put(name, tensor);
        });
        return new OnnxGraph(opset, inputs, outputs, nodes, changed, integers, notes);
    }

    /**
     * Splits the graph at a tensor through which all data flows: {@code lower} ends with it, and {@code upper} begins
     * with it.
     */
    public GraphCut cutAt(String tensor) {
        return GraphCut.at(this, tensor);
    }

    /** The tensors at which the graph can be cut, from the input on, without input and output: see {@link #cutAt}. */
    public List<String> bottlenecks() {
        return new Bottlenecks(this).all();
    }

    /**
     * The last tensor at which the graph can be cut with at most a share of all weights below it; empty if there is
     * none.
     *
     * @param share of the number of weights, in [0, 1)
     */
    public Optional<String> deepestCut(double share) {
        return new Bottlenecks(this).deepestBelow(share);
    }

    /** The same graph for any number of images, even if the file was exported for a fixed number. */
    public OnnxGraph withDynamicBatch() {
        return DynamicBatch.of(this);
    }

    /**
     * Restores batch normalisation that the file has folded. Conv, Mul, Add (dlib's affine layers) and Conv with bias
     * become Conv without bias and BatchNormalization. The result computes a different function; it is meant for random
     * initialisation.
     */
    public OnnxGraph withBatchNorm() {
        return new BatchNormRestorer(this).restored();
    }

    /**
     * Folds affine layers (Mul and Add by one weight per channel, as in dlib's network) into the convolutions before
     * them. The function stays the same, but not the steps of an optimiser. With factors of 10 after filters of 0.001,
     * a learning rate for ordinary networks would change every filter by a third in one step of Adam.
     */
    public OnnxGraph withAffineFolded() {
        return new AffineFolder(this).folded();
    }

    /** The graph for fine-tuning: any number of images, affine layers folded. The function stays the same. */
    public OnnxGraph readyForFineTuning() {
        return withDynamicBatch().withAffineFolded();
    }

    /**
     * Folds batch normalisation into the convolution or matrix directly before it. The function stays the same up to
     * rounding. Batch normalisation before a convolution is not folded, because the zeros of the padding are not
     * normalised, so that no filter could give the same numbers at the border.
     */
    public OnnxGraph withBatchNormFolded() {
        return new BatchNormFolder(this).folded();
    }

    /** The same network with other tensors as outputs. */
    public OnnxGraph withOutputs(List<String> tensors) {
        List<OnnxValue> wanted =
                tensors.stream().map(name -> new OnnxValue(name, List.of())).toList();
        return new OnnxGraph(opset, inputs, wanted, nodes, weights, integers, notes);
    }

    /**
     * The same architecture with random weights; filters follow {@link #notes()}. The same seed gives the same weights.
     */
    public OnnxGraph freshlyInitialised(long seed) {
        return FreshWeights.of(this, seed);
    }

    /**
     * The tensors that depend only on weights and shapes and are read by image-dependent nodes, such as the targets of
     * a reshape. To find their values, run the graph.
     */
    public List<String> constantTensors() {
        return new ConstantParts(this).read();
    }

    /** The same graph with these tensors as constants; nodes and initialisers that are no longer needed are removed. */
    public OnnxGraph withConstants(Map<String, FloatTensor> floats, Map<String, LongTensor> others) {
        return ConstantParts.replaced(this, floats, others);
    }

    /** The same graph without nodes that only copy (Identity, casts between kinds of float). */
    public OnnxGraph withoutCopies() {
        return ConstantParts.withoutCopies(this);
    }

    /**
     * The graph for pictures in RGB that computes the same as this one for pictures in BGR; empty if it does not begin
     * with a convolution.
     */
    public Optional<OnnxGraph> withColoursReversed() {
        return InputChannels.reversed(this);
    }

    /** The same graph with other rules for training. */
    public OnnxGraph withNotes(TrainingNotes others) {
        return new OnnxGraph(opset, inputs, outputs, nodes, weights, integers, others);
    }

    /** The same graph without float initialisers that no node reads. */
    OnnxGraph withoutUnusedWeights() {
        Map<String, FloatTensor> used = new LinkedHashMap<>(weights);
        used.keySet()
                .retainAll(
                        nodes.stream().flatMap(node -> node.inputs().stream()).collect(Collectors.toSet()));
        return new OnnxGraph(opset, inputs, outputs, nodes, used, integers, notes);
    }
}
