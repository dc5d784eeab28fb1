package org.facies.autograd;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;

/** The device on which a graph runs. */
public sealed interface ComputeDevice {

    /** The processor, with libtorch's threads on all its cores. */
    record Cpu() implements ComputeDevice {
        @Override
        public String word() {
            return "cpu";
        }
    }

    /**
     * An NVIDIA graphics card.
     *
     * @param index of the card in the driver's order, from 0
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

    /** The name in libtorch and in settings. */
    String word();

    /** The kind of device, on which results depend; the same card in another slot gives the same results. */
    default String kind() {
        return this instanceof Cuda ? "cuda" : "cpu";
    }

    /**
     * The tensor on this device, or the tensor itself if it is already there. A copy from pinned memory runs in
     * parallel with other work; libtorch keeps that memory until the copy is finished.
     */
    default Tensor place(Tensor tensor) {
        if (this instanceof Cpu && tensor.is_cpu()) {
            return tensor;
        }
        return tensor.to(new Device(word()), tensor.scalar_type(), true, false, new MemoryFormatOptional());
    }
}
