package org.facies.model.iresnet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxNode;

/**
 * The nodes of an IResNet and the weights that they need, by their names in a state dict, built in one pass.
 */
final class Layout {

    static final String INPUT = "input";
    static final String EMBEDDING = "embedding";
    static final String DROPOUT_RATIO = "dropout.ratio";
    static final long EMBEDDING_SIZE = 512;

    private static final long STEM_FILTERS = 64;
    private static final float EPSILON = 1e-5f;
    private static final float MOMENTUM = 0.9f;
    private static final float SLOPE = 0.25f;

    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    /** @param dropout fraction of the last features that training drops, in [0, 1); 0 adds no node */
    Layout(Depth depth, CropSize crop, double dropout) {
        convolution(new Filters("conv1", 3, STEM_FILTERS, 3, 1), INPUT);
        norm("bn1", STEM_FILTERS, "conv1", "bn1");
        slopes("prelu", STEM_FILTERS, "bn1", "stem");
        String features = stages(depth);
        norm("bn2", EMBEDDING_SIZE, features, "bn2");
        node("Flatten", List.of("bn2"), "flat", Map.of("axis", OnnxAttribute.of(1)));
        matrix(EMBEDDING_SIZE * crop.cells(), dropout > 0 ? dropped(dropout) : "flat");
        norm("features", EMBEDDING_SIZE, "fc", EMBEDDING);
    }

    /**
     * A convolution without bias.
     *
     * @param channels of its input
     */
    private record Filters(String name, long channels, long filters, long sizePx, long stridePx) {}

    /**
     * A residual block.
     *
     * @param channels of its input
     * @param stridePx of its second convolution and of its shortcut
     */
    private record Block(String name, long channels, long filters, long stridePx) {}

    List<OnnxNode> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /** The weights in the order of arcface_torch's state dict; with dropout also {@link #DROPOUT_RATIO}. */
    Map<String, Slot> slots() {
        return Collections.unmodifiableMap(slots);
    }

    private String stages(Depth depth) {
        String features = "stem";
        for (int stage = 1; stage <= depth.blocks().size(); stage++) {
            features = stage("layer" + stage, depth.blocks().get(stage - 1), STEM_FILTERS << (stage - 1), features);
        }
        return features;
    }

    /**
     * Adds the blocks of a stage, the first of which halves the picture. The stem has the channels of the first stage.
     */
    private String stage(String name, int blocks, long filters, String input) {
        String features = input;
        for (int i = 0; i < blocks; i++) {
            String output = i == blocks - 1 ? name : name + "." + i;
            Block block = i == 0
                    ? new Block(name + ".0", Math.max(STEM_FILTERS, filters / 2), filters, 2)
                    : new Block(name + "." + i, filters, filters, 1);
            String residual = residual(block, features);
            String shortcut = i == 0 ? downsampled(block, features) : features;
            node("Add", List.of(residual, shortcut), output, Map.of());
            features = output;
        }
        return features;
    }

    /** Adds norm, convolution, norm, slopes, convolution, norm. */
    private String residual(Block block, String input) {
        String name = block.name();
        norm(name + ".bn1", block.channels(), input, name + ".bn1");
        convolution(new Filters(name + ".conv1", block.channels(), block.filters(), 3, 1), name + ".bn1");
        norm(name + ".bn2", block.filters(), name + ".conv1", name + ".bn2");
        slopes(name + ".prelu", block.filters(), name + ".bn2", name + ".prelu");
        Filters second = new Filters(name + ".conv2", block.filters(), block.filters(), 3, block.stridePx());
        convolution(second, name + ".prelu");
        norm(name + ".bn3", block.filters(), name + ".conv2", name + ".bn3");
        return name + ".bn3";
    }

    private String downsampled(Block block, String input) {
        String name = block.name() + ".downsample";
        convolution(new Filters(name + ".0", block.channels(), block.filters(), 1, block.stridePx()), input);
        norm(name + ".1", block.filters(), name + ".0", name + ".1");
        return name + ".1";
    }

    private void convolution(Filters f, String input) {
        slot(f.name() + ".weight", 0, f.filters(), f.channels(), f.sizePx(), f.sizePx());
        long padding = f.sizePx() / 2;
        node(
                "Conv",
                List.of(input, f.name() + ".weight"),
                f.name(),
                Map.of(
                        "kernel_shape", OnnxAttribute.of(List.of(f.sizePx(), f.sizePx())),
                        "strides", OnnxAttribute.of(List.of(f.stridePx(), f.stridePx())),
                        "pads", OnnxAttribute.of(Collections.nCopies(4, padding))));
    }

    private void norm(String name, long channels, String input, String output) {
        slot(name + ".weight", 1, channels);
        slot(name + ".bias", 0, channels);
        slot(name + ".running_mean", 0, channels);
        slot(name + ".running_var", 1, channels);
        node(
                "BatchNormalization",
                List.of(input, name + ".weight", name + ".bias", name + ".running_mean", name + ".running_var"),
                output,
                Map.of("epsilon", OnnxAttribute.of(EPSILON), "momentum", OnnxAttribute.of(MOMENTUM)));
    }

    /** Adds slopes. ONNX aligns them with the last axes, so they need two axes more than in PyTorch. */
    private void slopes(String name, long channels, String input, String output) {
        slots.put(name + ".weight", new Slot(List.of(channels, 1L, 1L), List.of(channels), SLOPE));
        node("PRelu", List.of(input, name + ".weight"), output, Map.of());
    }

    private String dropped(double ratio) {
        slots.put(DROPOUT_RATIO, new Slot(List.of(), (float) ratio));
        node("Dropout", List.of("flat", DROPOUT_RATIO), "dropout", Map.of());
        return "dropout";
    }

    private void matrix(long features, String input) {
        slot("fc.weight", 0, EMBEDDING_SIZE, features);
        slot("fc.bias", 0, EMBEDDING_SIZE);
        node("Gemm", List.of(input, "fc.weight", "fc.bias"), "fc", Map.of("transB", OnnxAttribute.of(1)));
    }

    private void slot(String name, float neutral, Long... shape) {
        slots.put(name, new Slot(List.of(shape), neutral));
    }

    private void node(String op, List<String> inputs, String output, Map<String, OnnxAttribute> attributes) {
        nodes.add(OnnxNode.of(op, inputs, output, attributes));
    }
}
