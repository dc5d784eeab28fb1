package org.facies.train;

import org.facies.onnx.OnnxGraph;

/** The initial weights of training. */
public enum Start {
    /** The weights in the file, with affine layers folded into the convolutions before them. */
    PRETRAINED {
        @Override
        OnnxGraph of(OnnxGraph backbone, long seed) {
            return backbone.readyForFineTuning();
        }
    },
    /** Random weights, with folded batch norms restored. */
    SCRATCH {
        @Override
        OnnxGraph of(OnnxGraph backbone, long seed) {
            return backbone.withDynamicBatch().withBatchNorm().freshlyInitialised(seed);
        }
    };

    /** The backbone at the start of training. */
    abstract OnnxGraph of(OnnxGraph backbone, long seed);
}
