package org.facies.autograd;

import org.facies.input.BadInput;
import org.facies.onnx.OnnxNode;

/** The error for a network that cannot be trained. */
final class Unsupported {

    private Unsupported() {}

    static BadInput node(OnnxNode node, String what) {
        return new BadInput(
                "network, node " + node.name(),
                "",
                what,
                "Export the network with standard layers, or choose another.");
    }
}
