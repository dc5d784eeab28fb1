package org.facies.autograd;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Where libtorch's random numbers for a device are, to go back there. */
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
