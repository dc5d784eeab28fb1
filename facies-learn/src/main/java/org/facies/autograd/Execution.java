package org.facies.autograd;

import java.util.Objects;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How a graph runs.
 *
 * @param device that holds weights and activations
 * @param precision of convolutions and matrix products
 * @param layout of four-dimensional tensors
 * @param activations how {@link GraphModule#trainingPass} treats them
 */
public record Execution(ComputeDevice device, Precision precision, MemoryLayout layout, Activations activations) {

    private static final int PICTURE_RANK = 4;

    public Execution {
        Objects.requireNonNull(device);
        Objects.requireNonNull(precision);
        Objects.requireNonNull(layout);
        Objects.requireNonNull(activations);
    }

    /** The processor with float32. */
    public static Execution cpu() {
        return plain(new ComputeDevice.Cpu());
    }

    /** A device with float32 and without recomputation. */
    public static Execution plain(ComputeDevice device) {
        return new Execution(device, Precision.FP32, MemoryLayout.PLANES, Activations.KEPT);
    }

    /** Everything that affects a result, as one text; which of several equal cards is used does not. */
    public String identity() {
        return device.kind() + " " + precision + " " + layout + " " + activations;
    }

    /** The tensor on the device and in the layout. */
    Tensor place(Tensor tensor) {
        Tensor placed = device.place(tensor);
        return layout == MemoryLayout.CHANNELS_LAST && placed.dim() == PICTURE_RANK
                ? placed.contiguous(torch.MemoryFormat.ChannelsLast)
                : placed;
    }

    /** Runs forward work with the precision. */
    <T> T inPrecision(Supplier<T> work) {
        return switch (precision) {
            case FP32 -> work.get();
            case BF16 -> Autocast.bfloat16(device, work);
        };
    }
}
