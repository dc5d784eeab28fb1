package org.facies.model;

import java.util.List;
import java.util.Optional;
import org.facies.model.iresnet.Depth;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;

/** The kind of network in a file, recognised by its layers. */
public sealed interface NetworkFamily {

    /** The family in a sentence. */
    String words();

    /** The name among {@link Architectures}, if Facies can build such networks itself. */
    default Optional<String> architecture() {
        return Optional.empty();
    }

    /** A residual network of ArcFace. */
    record IResNet(Depth depth) implements NetworkFamily {
        @Override
        public String words() {
            return depth.toString();
        }

        @Override
        public Optional<String> architecture() {
            return Optional.of(Architectures.name(depth));
        }
    }

    /** Depthwise convolutions with learned slopes and residual sums (Chen et al. 2018); sizes vary between versions. */
    record MobileFaceNet() implements NetworkFamily {
        @Override
        public String words() {
            return "MobileFaceNet";
        }
    }

    /** The residual network of dlib's face recogniser. */
    record DlibResnet() implements NetworkFamily {
        @Override
        public String words() {
            return "dlib's ResNet";
        }
    }

    /** An unknown network. */
    record Other() implements NetworkFamily {
        @Override
        public String words() {
            return "face network";
        }
    }

    /** The family of a graph. */
    static NetworkFamily of(OnnxGraph graph) {
        return org.facies.model.iresnet.IResNet.recognise(graph)
                .<NetworkFamily>map(found -> new IResNet(found.depth()))
                .orElseGet(() -> isMobileFaceNet(graph) ? new MobileFaceNet() : new Other());
    }

    private static boolean isMobileFaceNet(OnnxGraph graph) {
        int fewest = 6;
        List<OnnxNode> convolutions =
                graph.nodes().stream().filter(node -> node.op().equals("Conv")).toList();
        long depthwise =
                convolutions.stream().filter(node -> isDepthwise(node, graph)).count();
        long slopes = count(graph, "PRelu");
        return depthwise >= fewest && depthwise < convolutions.size() && slopes >= fewest && count(graph, "Add") > 0;
    }

    private static boolean isDepthwise(OnnxNode conv, OnnxGraph graph) {
        long groups = conv.integer("group", 1);
        Optional<FloatTensor> filters =
                Optional.ofNullable(graph.weights().get(conv.inputs().get(1)));
        return groups > 1 && filters.filter(f -> f.shape().get(0) == groups).isPresent();
    }

    private static long count(OnnxGraph graph, String op) {
        return graph.nodes().stream().filter(node -> node.op().equals(op)).count();
    }
}
