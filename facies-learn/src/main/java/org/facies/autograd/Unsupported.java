package org.facies.autograd;

import org.facies.input.BadInput;
import org.facies.onnx.OnnxNode;

/** What is said of a network that cannot be run for training. */
final class Unsupported {

    private Unsupported() {}

    static BadInput node(OnnxNode node, String what) {
        return new BadInput(
                "network, node " + node.name(), "", what, "Export the network with plain layers, or choose another.");
    }
}
