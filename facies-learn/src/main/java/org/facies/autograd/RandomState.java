package org.facies.autograd;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The state of libtorch's random numbers on a device, which can be restored. */
record RandomState(ComputeDevice device, Tensor state) implements AutoCloseable {

    static RandomState now(ComputeDevice device) {
        return new RandomState(device, generator(device).get_state());
    }

    private static Generator generator(ComputeDevice device) {
        return torch.globalContext().defaultGenerator(new Device(device.word()));
    }

    void restore() {
        generator(device).set_state(state);
    }

    @Override
    public void close() {
        state.close();
    }
}
