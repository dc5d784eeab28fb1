package org.facies.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.model.InputSpec;
import org.facies.onnx.OnnxGraph;
import org.facies.predict.ClassifierNetwork;
import org.facies.predict.ClassifierSpec;
import org.facies.predict.EnsembleGraph;

/**
 * The classifier graphs of a bundle. Networks with the same crops, operators and backbone are combined into one graph.
 */
final class ClassifierGraphs {
    private final List<String> classes;
    private final Map<Kind, List<Member>> groups = new LinkedHashMap<>();

    /** The properties that networks of one graph have in common. */
    private record Kind(InputSpec input, long opset, String backbone) {}

    /** A trained network and its model in the study. */
    private record Member(String model, ClassifierNetwork network, Optional<OnnxGraph> distance) {}

    /**
     * A graph as stored in a bundle.
     *
     * @param onnx the bytes of its file
     */
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose
    record Joined(BundleFile.Network network, byte[] onnx) {}

    /** @param classes in the order of probabilities */
    ClassifierGraphs(List<String> classes) {
        this.classes = List.copyOf(classes);
    }

    /**
     * Adds a network of a model.
     *
     * @param backbone from which it was trained; embeddings from one backbone have the same length
     * @param distance graph from its embedding to the distance from the training faces; empty if it has none
     */
    void add(String model, String backbone, InputSpec input, ClassifierNetwork network, Optional<OnnxGraph> distance) {
        groups.computeIfAbsent(new Kind(input, network.graph().opset(), backbone), first -> new ArrayList<>())
                .add(new Member(model, network, distance));
    }

    /** Whether every network computes distances. */
    boolean hasDistances() {
        return groups.values().stream()
                .flatMap(List::stream)
                .allMatch(member -> member.distance().isPresent());
    }

    /** The graphs, in the order of their first networks. */
    List<Joined> joined() {
        List<Joined> graphs = new ArrayList<>();
        Map<String, Integer> used = new LinkedHashMap<>();
        groups.forEach((kind, members) -> {
            String geometry = kind.input().geometry().id();
            int number = used.merge(geometry, 1, Integer::sum);
            String file = "classifier-" + geometry + (number == 1 ? "" : "-" + number) + ".onnx";
            graphs.add(joined(file, kind, members));
        });
        return graphs;
    }

    private Joined joined(String file, Kind kind, List<Member> members) {
        List<OnnxGraph> distances =
                members.stream().flatMap(member -> member.distance().stream()).toList();
        OnnxGraph graph = EnsembleGraph.of(
                members.stream().map(Member::network).toList(),
                distances.size() == members.size() ? distances : List.of(),
                new ClassifierSpec(kind.input(), classes));
        String models = members.stream().map(Member::model).distinct().collect(Collectors.joining(", "));
        return new Joined(
                new BundleFile.Network(file, kind.input().geometry().id(), members.size(), models), graph.toBytes());
    }
}
