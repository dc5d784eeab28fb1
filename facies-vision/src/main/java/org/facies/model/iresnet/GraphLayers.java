package org.facies.model.iresnet;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facies.model.iresnet.IResNet.Recognised;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;

/** Recognises an IResNet by the layers of a graph. */
record GraphLayers(OnnxGraph graph) {

    private static final int STAGES = 4;
    private static final long FIRST_WIDTH = 64;

    /**
     * The recognised IResNet. It has two convolutions and a slope layer per block, a shortcut per stage, and a stem.
     */
    Optional<Recognised> recognised() {
        List<Integer> blocks =
                IntStream.range(0, STAGES).mapToObj(this::sumsOfStage).toList();
        int all = blocks.stream().mapToInt(Integer::intValue).sum();
        List<OnnxNode> convolutions = nodes("Conv");
        boolean plain = convolutions.stream().allMatch(node -> node.integer("group", 1) == 1);
        boolean fits = plain
                && convolutions.size() == 2 * all + STAGES + 1
                && nodes("PRelu").size() == all + 1;
        return Depth.withBlocks(blocks)
                .filter(depth -> fits)
                .flatMap(depth -> crop().map(crop -> new Recognised(depth, crop)));
    }

    private List<OnnxNode> nodes(String op) {
        return graph.nodes().stream().filter(node -> node.op().equals(op)).toList();
    }

    /** The number of blocks of a stage, recognised by the channels of their sums. */
    private int sumsOfStage(int stage) {
        return (int) nodes("Add").stream()
                .filter(node -> node.inputs().stream().noneMatch(graph.weights()::containsKey))
                .filter(node -> channels(node.inputs().get(0)) == FIRST_WIDTH << stage)
                .count();
    }

    /** The number of filters of the convolution behind a tensor, through norms and sums; 0 if there is none. */
    private long channels(String tensor) {
        Optional<OnnxNode> maker = graph.producer(tensor);
        while (maker.filter(node -> !node.op().equals("Conv")).isPresent()) {
            maker = maker.filter(node -> node.hasInput(0))
                    .flatMap(node -> graph.producer(node.inputs().get(0)));
        }
        return maker.map(node -> graph.weights().get(node.inputs().get(1)))
                .map(filters -> filters.shape().get(0))
                .orElse(0L);
    }

    /** The crop size, from the matrix before the embedding, one of whose extents is the embedding's length. */
    private Optional<CropSize> crop() {
        return graph.nodes().stream()
                .filter(node -> node.op().equals("Gemm") || node.op().equals("MatMul"))
                .map(node ->
                        Optional.ofNullable(graph.weights().get(node.inputs().get(1))))
                .flatMap(Optional::stream)
                .map(FloatTensor::shape)
                .filter(shape -> shape.size() == 2 && shape.contains(Layout.EMBEDDING_SIZE))
                .map(shape -> shape.get(0) * shape.get(1) / Layout.EMBEDDING_SIZE)
                .findFirst()
                .flatMap(CropSize::withFeatures);
    }
}
