package org.facies.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.model.iresnet.CropSize;
import org.facies.model.iresnet.Depth;
import org.facies.model.iresnet.IResNet;
import org.facies.onnx.OnnxGraph;

/** The networks that Facies builds itself, by the names that a study or a command gives them. */
public final class Architectures {

    private static final List<BuiltIn> ALL = Stream.concat(
                    Arrays.stream(Depth.values()).map(depth -> new BuiltIn(name(depth), depth, InputSpec.ARCFACE)),
                    Arrays.stream(Depth.values())
                            .map(depth -> new BuiltIn(name(depth) + "-wide", depth, InputSpec.WIDE)))
            .toList();

    private Architectures() {}

    /**
     * A network without weights of its own.
     *
     * @param name such as {@code iresnet50}, or {@code iresnet50-wide} with forehead and chin in the crop
     * @param depth of the IResNet
     * @param input what it is to see
     */
    public record BuiltIn(String name, Depth depth, InputSpec input) {

        /**
         * From float[n][3][height][width] to float[n][512]; its filters are 0 until it is {@linkplain
         * OnnxGraph#freshlyInitialised initialised}, which training from scratch does.
         */
        public OnnxGraph graph() {
            return IResNet.graph(
                    depth,
                    new CropSize(input.geometry().heightPx(), input.geometry().widthPx()));
        }
    }

    /** The network of that name, if there is one. */
    public static Optional<BuiltIn> find(String name) {
        return ALL.stream().filter(network -> network.name().equals(name)).findFirst();
    }

    /** What a network of that depth is called that sees the crops of published weights. */
    static String name(Depth depth) {
        return "iresnet" + depth.layers();
    }

    /** Those that others publish weights for, from the smallest to the largest; the wide ones are not among them. */
    public static List<String> names() {
        return ALL.stream()
                .filter(network -> network.input().equals(InputSpec.ARCFACE))
                .map(BuiltIn::name)
                .toList();
    }
}
