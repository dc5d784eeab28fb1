package org.facies.doctor;

import java.util.List;
import org.facies.autograd.CudaSupport;
import org.facies.autograd.Libtorch;

/** Checks the library that trains networks. */
record LibtorchCheck() implements Check {

    private static final String TOPIC = "Training library";

    @Override
    public List<Finding> findings() {
        return Check.ofLibrary(TOPIC, () -> {
            CudaSupport cuda = Libtorch.cuda();
            return List.of(Finding.ok(
                    TOPIC,
                    "libtorch " + Libtorch.version() + (cuda.built() ? " with CUDA" : " for the processor")
                            + ", vectors: " + Libtorch.vectorInstructions()));
        });
    }
}
