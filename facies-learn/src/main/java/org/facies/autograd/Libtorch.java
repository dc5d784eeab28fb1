package org.facies.autograd;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The libtorch library: its version and what it finds on this computer. */
public final class Libtorch {

    private Libtorch() {}

    /** The version of libtorch and its Java layer, for example {@code 2.13.0-1.5.14}. */
    public static String version() {
        String version = Tensor.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /** The CUDA support of its build and of this computer; loads the library. */
    public static CudaSupport cuda() {
        boolean built =
                Tensor.class.getResource("/org/bytedeco/pytorch/" + Loader.getPlatform() + "-gpu/" + cudaLibrary())
                        != null;
        return new CudaSupport(built, built && torch.cuda_is_available() ? torch.cuda_device_count() : 0);
    }

    private static String cudaLibrary() {
        return Loader.getPlatform().startsWith("windows") ? "torch_cuda.dll" : "libtorch_cuda.so";
    }

    /** The widest vector instructions in libtorch's own loops, for example {@code AVX2}; loads the library. */
    public static String vectorInstructions() {
        return torch.get_cpu_capability().getString();
    }

    /**
     * Makes cards use a fixed algorithm for convolutions, and float32 instead of TF32. Atomic additions remain, so a
     * card may not give the same bytes twice.
     */
    public static void reproducible() {
        Context context = torch.globalContext();
        context.setDeterministicCuDNN(true);
        context.setBenchmarkCuDNN(false);
        context.setAllowTF32CuDNN(false);
        context.setAllowTF32CuBLAS(false);
    }
}
