package org.facies.study;

import org.facies.model.Architectures.BuiltIn;
import org.facies.model.InputSpec;
import org.facies.model.InstalledModel;
import org.facies.onnx.OnnxGraph;

/** The network of a study's model, before it is trained. */
public sealed interface Backbone {

    /** What the study calls it. */
    String label();

    /** What it wants to see. */
    InputSpec input();

    /** The network; read anew at every call where it lies in a file. */
    OnnxGraph graph();

    /** A network with weights, in a file of the zoo. */
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

    /** A network that Facies builds, to be trained from fresh weights. */
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
