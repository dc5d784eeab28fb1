package org.facies.autograd;

import java.util.function.Supplier;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Switches on libtorch's automatic casts for work on the calling thread. */
final class Autocast {

    private Autocast() {}

    /**
     * Runs convolutions and products in bfloat16. Casts of weights are not cached: each is used once in a pass, and a
     * cast that was cached without recording would have no gradient.
     */
    static <T> T bfloat16(ComputeDevice device, Supplier<T> work) {
        DeviceType type = device instanceof ComputeDevice.Cuda ? DeviceType.CUDA : DeviceType.CPU;
        boolean before = torch.is_autocast_enabled(type);
        boolean cached = torch.is_autocast_cache_enabled();
        ScalarType dtype = torch.get_autocast_dtype(type);
        torch.set_autocast_dtype(type, ScalarType.BFloat16);
        torch.set_autocast_cache_enabled(false);
        torch.set_autocast_enabled(type, true);
        try {
            return work.get();
        } finally {
            torch.set_autocast_enabled(type, before);
            torch.set_autocast_cache_enabled(cached);
            torch.set_autocast_dtype(type, dtype);
        }
    }
}
