package org.facies.model;

import org.facies.onnx.OnnxGraph;

/** A network from a user's file. */
public sealed interface ImportedNetwork {

    /** The network as an ONNX file, as it will be installed. */
    byte[] onnx();

    /** A network that is understood layer by layer. */
    record Understood(OnnxGraph graph) implements ImportedNetwork {
        @Override
        public byte[] onnx() {
            return TinyWeights.toZero(graph.toModel()).orElseGet(graph::toModel).toByteArray();
        }
    }

    /**
     * A network that ONNX Runtime runs, and that is no more than that here.
     *
     * @param onnx the file
     * @param obstacle why it cannot be cut or trained, as a sentence
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Opaque(byte[] onnx, String obstacle) implements ImportedNetwork {}
}
