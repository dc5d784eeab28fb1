package org.facies.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.model.iresnet.CropSize;
import org.facies.model.iresnet.Depth;
import org.facies.model.iresnet.IResNet;
import org.facies.onnx.OnnxGraph;

/** The networks that Facies can build itself, by their names in studies and commands. */
public final class Architectures {

    private static final List<BuiltIn> ALL = Stream.concat(
                    Arrays.stream(Depth.values()).map(depth -> new BuiltIn(name(depth), depth, InputSpec.ARCFACE)),
                    Arrays.stream(Depth.values())
                            .map(depth -> new BuiltIn(name(depth) + "-wide", depth, InputSpec.WIDE)))
            .toList();

    private Architectures() {}

    /**
     * A network without weights.
     *
     * @param name such as {@code iresnet50}, or {@code iresnet50-wide} with forehead and chin in the crop
     * @param depth of the IResNet
     * @param input its input
     */
    public record BuiltIn(String name, Depth depth, InputSpec input) {

        /**
         * The network from float[n][3][height][width] to float[n][512]. Its filters are 0 until it is {@linkplain
         * OnnxGraph#freshlyInitialised initialised}, as for training from scratch.
         */
        public OnnxGraph graph() {
            return IResNet.graph(
                    depth,
                    new CropSize(input.geometry().heightPx(), input.geometry().widthPx()));
        }
    }

    /** The network of this name, if there is one. */
    public static Optional<BuiltIn> find(String name) {
        return ALL.stream().filter(network -> network.name().equals(name)).findFirst();
    }

    /** The name of the network of this depth for the crops of published weights. */
    static String name(Depth depth) {
        return "iresnet" + depth.layers();
    }

    /** The networks with published weights, from the smallest to the largest; the wide ones are not among them. */
    public static List<String> names() {
        return ALL.stream()
                .filter(network -> network.input().equals(InputSpec.ARCFACE))
                .map(BuiltIn::name)
                .toList();
    }
}
