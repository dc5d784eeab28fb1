package org.facies.autograd;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The library itself: which it is, and what it finds on this machine. */
public final class Libtorch {

    private Libtorch() {}

    /** Version of libtorch and its Java layer, for example {@code 2.13.0-1.5.14}. */
    public static String version() {
        String version = Tensor.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /** What its build and this machine offer of CUDA; loads the library. */
    public static CudaSupport cuda() {
        boolean built =
                Tensor.class.getResource("/org/bytedeco/pytorch/" + Loader.getPlatform() + "-gpu/" + cudaLibrary())
                        != null;
        return new CudaSupport(built, built && torch.cuda_is_available() ? torch.cuda_device_count() : 0);
    }

    private static String cudaLibrary() {
        return Loader.getPlatform().startsWith("windows") ? "torch_cuda.dll" : "libtorch_cuda.so";
    }

    /** The widest vector instructions that libtorch's own loops use, for example {@code AVX2}; loads the library. */
    public static String vectorInstructions() {
        return torch.get_cpu_capability().getString();
    }

    /**
     * Has cards compute convolutions by the same rule each time, and float32 as float32 instead of TF32. Summing by
     * atomic additions remains, so a card need not give the same bytes twice.
     */
    public static void reproducible() {
        Context context = torch.globalContext();
        context.setDeterministicCuDNN(true);
        context.setBenchmarkCuDNN(false);
        context.setAllowTF32CuDNN(false);
        context.setAllowTF32CuBLAS(false);
    }
}
