package org.facies.model.iresnet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facies.input.BadInput;
import org.facies.model.iresnet.IResNet.Recognised;
import org.facies.onnx.FloatTensor;

/**
 * The tensors of a PyTorch module by key, to be checked against an IResNet.
 *
 * @param file its name in error messages
 */
record StateDict(String file, Map<String, FloatTensor> tensors) {

    private static final Pattern BLOCK = Pattern.compile("layer([1-4])\\.(\\d{1,3})\\..+");
    private static final String COUNTER = ".num_batches_tracked";
    private static final String REMEDY =
            "Use the complete backbone's state dict of arcface_torch (r18, r34, r50 or r100) with its original keys;"
                    + " export any other network to ONNX.";

    Recognised recognised() {
        Depth depth = depth();
        CropSize crop = crop();
        Map<String, Slot> slots = new Layout(depth, crop, 0).slots();
        slots.forEach((name, slot) -> requireShape(name, slot.savedShape()));
        for (String name : tensors.keySet()) {
            if (!slots.containsKey(name) && !name.endsWith(COUNTER)) {
                throw refuse(name, "is not a weight of an " + depth);
            }
        }
        return new Recognised(depth, crop);
    }

    private Depth depth() {
        List<Integer> blocks =
                IntStream.rangeClosed(1, 4).mapToObj(this::blocks).toList();
        return Depth.withBlocks(blocks)
                .orElseThrow(() -> refuse(
                        "layer1 to layer4",
                        "have " + inWords(blocks)
                                + " blocks, which is not one of "
                                + Arrays.stream(Depth.values())
                                        .map(depth -> depth + " (" + inWords(depth.blocks()) + ")")
                                        .collect(Collectors.joining(", "))));
    }

    /** The highest block number in a stage, plus one. */
    private int blocks(int stage) {
        return tensors.keySet().stream()
                .map(BLOCK::matcher)
                .filter(Matcher::matches)
                .filter(key -> Integer.parseInt(key.group(1)) == stage)
                .mapToInt(key -> Integer.parseInt(key.group(2)) + 1)
                .max()
                .orElse(0);
    }

    private static String inWords(List<Integer> blocks) {
        return blocks.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private CropSize crop() {
        List<Long> shape = require("fc.weight").shape();
        long features = shape.size() == 2 ? shape.get(1) : 0;
        return CropSize.withFeatures(features)
                .orElseThrow(() -> refuse("fc.weight", "has the shape " + shape + ", which fits no square crop"));
    }

    private void requireShape(String name, List<Long> wanted) {
        List<Long> shape = require(name).shape();
        if (!shape.equals(wanted)) {
            throw refuse(name, "has the shape " + shape + " instead of " + wanted);
        }
    }

    private FloatTensor require(String name) {
        FloatTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw refuse(name, "is missing");
        }
        return tensor;
    }

    private BadInput refuse(String name, String what) {
        return new BadInput(file + ", tensor", name, what, REMEDY);
    }
}
