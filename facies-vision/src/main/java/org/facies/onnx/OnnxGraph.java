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
 * A neural network: nodes in topological order, and the initialisers they use. Immutable; every change gives another
 * graph that shares the untouched weights.
 *
 * @param opset version of the default ONNX operator set
 * @param inputs the tensors fed in, without initialisers
 * @param weights float32 initialisers in the file's order
 * @param integers int64 initialisers (shapes, pads, axes)
 * @param notes what is prescribed for training
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

    /** A graph that prescribes nothing for training. */
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
     * @throws org.facies.input.BadInput if it cannot be read, or is no graph
     */
    public static OnnxGraph read(Path file) {
        return OnnxReader.read(file);
    }

    /**
     * Turns a parsed ONNX model into a graph.
     *
     * @param name what to call it in a refusal
     * @throws org.facies.input.BadInput if it has parts that a graph cannot represent
     */
    public static OnnxGraph of(String name, OnnxMl.ModelProto model) {
        return OnnxReader.read(name, model);
    }

    /**
     * Writes atomically: the file is there whole, or not at all. The same graph gives the same bytes.
     *
     * @throws org.facies.input.BadInput if the place cannot be written
     */
    public void write(Path file) {
        AtomicFile.write(file, toBytes());
    }

    /** The graph as the bytes that {@link #write} puts into a file. */
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

    /** What each float initialiser is, in the order of {@link #weights()}. */
    public Map<String, WeightRole> roles() {
        return WeightRoles.of(this);
    }

    /** The node that makes a tensor; empty for inputs, initialisers and unknown names. */
    public Optional<OnnxNode> producer(String tensor) {
        return nodes.stream().filter(node -> node.outputs().contains(tensor)).findFirst();
    }

    /** The nodes that use a tensor. */
    public List<OnnxNode> consumers(String tensor) {
        return nodes.stream().filter(node -> node.inputs().contains(tensor)).toList();
    }

    /** The same graph with some weights replaced by others of the same shapes. */
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
     * Splits the graph at a tensor through which everything flows: {@code lower} ends in it, {@code upper} begins
     * with it.
     */
    public GraphCut cutAt(String tensor) {
        return GraphCut.at(this, tensor);
    }

    /** The tensors through which everything flows, from the input on, without input and output: see {@link #cutAt}. */
    public List<String> bottlenecks() {
        return new Bottlenecks(this).all();
    }

    /**
     * The last tensor through which everything flows and below which lies no more than a share of all weights; empty
     * where there is none.
     *
     * @param share of the number of weights, in [0, 1)
     */
    public Optional<String> deepestCut(double share) {
        return new Bottlenecks(this).deepestBelow(share);
    }

    /** The same graph for any number of images, also where the file was exported for a fixed number. */
    public OnnxGraph withDynamicBatch() {
        return DynamicBatch.of(this);
    }

    /**
     * Puts batch normalisation where the file has it folded: Conv, Mul, Add (dlib's affine layers) and Conv with bias
     * become Conv without bias and BatchNormalization. The function changes: it is meant for fresh initialisation.
     */
    public OnnxGraph withBatchNorm() {
        return new BatchNormRestorer(this).restored();
    }

    /**
     * Folds affine layers (Mul and Add by one weight per channel, as dlib has them) into the convolutions before them.
     * The function stays the same. Steps of an optimiser do not: with factors of 10 behind filters of 0.001, a rate
     * that suits ordinary networks changes every filter by a third in one step of Adam.
     */
    public OnnxGraph withAffineFolded() {
        return new AffineFolder(this).folded();
    }

    /** As fine-tuning starts with it: for any number of images, affine layers folded. The function stays the same. */
    public OnnxGraph readyForFineTuning() {
        return withDynamicBatch().withAffineFolded();
    }

    /**
     * Folds batch normalisation into the convolution or matrix right before it. The function stays the same up to
     * rounding. Batch normalisation before a convolution stays where it is: the zeros that the convolution pads with
     * are not normalised, so that no filter gives the same numbers at the border.
     */
    public OnnxGraph withBatchNormFolded() {
        return new BatchNormFolder(this).folded();
    }

    /** The same network that gives other tensors of it. */
    public OnnxGraph withOutputs(List<String> tensors) {
        List<OnnxValue> wanted =
                tensors.stream().map(name -> new OnnxValue(name, List.of())).toList();
        return new OnnxGraph(opset, inputs, wanted, nodes, weights, integers, notes);
    }

    /**
     * The same architecture with fresh weights, filters as {@link #notes()} prescribes them; the same seed gives the
     * same weights.
     */
    public OnnxGraph freshlyInitialised(long seed) {
        return FreshWeights.of(this, seed);
    }

    /**
     * Tensors that are computed from weights and from shapes, and that what works on pictures reads: targets of a
     * reshape, for example. Their values are to be found out by running the graph.
     */
    public List<String> constantTensors() {
        return new ConstantParts(this).read();
    }

    /** The same graph with tensors given instead of computed; nodes and initialisers that nothing needs are gone. */
    public OnnxGraph withConstants(Map<String, FloatTensor> floats, Map<String, LongTensor> others) {
        return ConstantParts.replaced(this, floats, others);
    }

    /** The same graph without nodes that hand on what they get (Identity, casts between kinds of float). */
    public OnnxGraph withoutCopies() {
        return ConstantParts.withoutCopies(this);
    }

    /**
     * The graph that makes of a picture in RGB what this one makes of it in BGR; empty if it does not begin with a
     * convolution.
     */
    public Optional<OnnxGraph> withColoursReversed() {
        return InputChannels.reversed(this);
    }

    /** The same graph with other prescriptions for its training. */
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
