package org.facies.study;

import org.facies.model.Architectures.BuiltIn;
import org.facies.model.InputSpec;
import org.facies.model.InstalledModel;
import org.facies.onnx.OnnxGraph;

/** The network of a study's model, before it is trained. */
public sealed interface Backbone {

    /** The name of the network in the study. */
    String label();

    /** The input of the network. */
    InputSpec input();

    /** The network. An implementation that reads a file reads it again at every call. */
    OnnxGraph graph();

    /** An installed network with weights. */
    record Installed(String label, InstalledModel model) implements Backbone {
        @Override
        public InputSpec input() {
            return model.card().backbone().input();
        }

        @Override
        public OnnxGraph graph() {
            return OnnxGraph.read(model.file());
        }
    }

    /** A network that Facies builds, with random weights. */
    record Built(BuiltIn network) implements Backbone {
        @Override
        public String label() {
            return network.name();
        }

        @Override
        public InputSpec input() {
            return network.input();
        }

        @Override
        public OnnxGraph graph() {
            return network.graph();
        }
    }
}
