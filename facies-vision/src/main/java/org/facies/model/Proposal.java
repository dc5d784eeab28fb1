package org.facies.model;

import org.facies.align.CropGeometry;
import org.facies.onnx.OnnxGraph;

/**
 * Likely properties of a user's file that the file does not state. The user confirms or corrects them.
 *
 * @param input the usual input of such networks, with colours in RGB
 * @param licence the usual terms of such files
 */
public record Proposal(InputSpec input, Licence licence) {

    private static final Licence INSIGHTFACE = new Licence(
            "InsightFace: code MIT; weights for non-commercial research only",
            "InsightFace, judging by the layout; the file does not state it",
            "Weights of InsightFace are for non-commercial research only.");
    private static final Licence UNKNOWN = new Licence(
            "not stated",
            "not stated",
            "It is not stated who trained this network, on which photos, and what it may be used for.");

    /** Some exports contain the arithmetic of {@link Normalisation#ARCFACE}, within their first layers. */
    private static final int FIRST_NODES = 8;

    private static final Normalisation NONE = Normalisation.of(0, 1);

    static Proposal of(NetworkFamily family, ImportedNetwork network, int sidePx) {
        boolean insightFace = family instanceof NetworkFamily.IResNet || family instanceof NetworkFamily.MobileFaceNet;
        boolean dlib = family instanceof NetworkFamily.DlibResnet || sidePx == CropGeometry.DLIB_150.heightPx();
        InputSpec usual = dlib ? InputSpec.DLIB : InputSpec.ARCFACE;
        boolean normalises = network instanceof ImportedNetwork.Understood understood && normalises(understood.graph());
        InputSpec input = normalises ? new InputSpec(usual.geometry(), NONE) : usual;
        return new Proposal(input, insightFace ? INSIGHTFACE : UNKNOWN);
    }

    private static boolean normalises(OnnxGraph graph) {
        return begins(graph, "Sub") && begins(graph, "Mul");
    }

    private static boolean begins(OnnxGraph graph, String op) {
        return graph.nodes().stream()
                .limit(FIRST_NODES)
                .anyMatch(node -> node.op().equals(op));
    }
}
