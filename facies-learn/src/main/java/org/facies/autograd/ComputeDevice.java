package org.facies.autograd;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;

/** What a graph runs on. */
public sealed interface ComputeDevice {

    /** The processor; libtorch's threads on all its cores. */
    record Cpu() implements ComputeDevice {
        @Override
        public String word() {
            return "cpu";
        }
    }

    /**
     * A graphics card of NVIDIA.
     *
     * @param index of the card as the driver counts, from 0
     */
    record Cuda(int index) implements ComputeDevice {
        public Cuda {
            if (index < 0 || index > 127) {
                throw new IllegalArgumentException("card " + index);
            }
        }

        @Override
        public String word() {
            return "cuda:" + index;
        }
    }

    /** As libtorch and the user write it. */
    String word();

    /** The kind alone, which a result depends on: the same card in another slot computes the same. */
    default String kind() {
        return this instanceof Cuda ? "cuda" : "cpu";
    }

    /**
     * The tensor on this device: itself where it lies here already. A copy out of pinned memory goes on beside other
     * work, and libtorch keeps that memory until it is done.
     */
    default Tensor place(Tensor tensor) {
        if (this instanceof Cpu && tensor.is_cpu()) {
            return tensor;
        }
        return tensor.to(new Device(word()), tensor.scalar_type(), true, false, new MemoryFormatOptional());
    }
}
