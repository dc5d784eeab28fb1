package org.facies.train;

import org.facies.onnx.OnnxGraph;

/** Where training starts. */
public enum Start {
    /** From the weights in the file, affine layers folded into the convolutions before them. */
    PRETRAINED {
        @Override
        OnnxGraph of(OnnxGraph backbone, long seed) {
            return backbone.readyForFineTuning();
        }
    },
    /** From fresh weights, with batch norm put back where the file has it folded. */
    SCRATCH {
        @Override
        OnnxGraph of(OnnxGraph backbone, long seed) {
            return backbone.withDynamicBatch().withBatchNorm().freshlyInitialised(seed);
        }
    };

    /** The backbone as training starts with it. */
    abstract OnnxGraph of(OnnxGraph backbone, long seed);
}
