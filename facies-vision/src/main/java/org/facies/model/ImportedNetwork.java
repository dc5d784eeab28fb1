package org.facies.model;

import org.facies.onnx.OnnxGraph;

/** A network from a user's file. */
public sealed interface ImportedNetwork {

    /** The network as an ONNX file, as it is installed. */
    byte[] onnx();

    /** A network that Facies can interpret layer by layer. */
    record Understood(OnnxGraph graph) implements ImportedNetwork {
        @Override
        public byte[] onnx() {
            return TinyWeights.toZero(graph.toModel()).orElseGet(graph::toModel).toByteArray();
        }
    }

    /**
     * A network that ONNX Runtime runs but Facies cannot interpret.
     *
     * @param onnx the file
     * @param obstacle a sentence why it cannot be cut or trained
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Opaque(byte[] onnx, String obstacle) implements ImportedNetwork {}
}
