package org.facies.autograd;

import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.facies.onnx.FloatTensor;

/** Copies between Java arrays and libtorch tensors. */
public final class Tensors {

    private Tensors() {}

    public static Tensor of(FloatTensor tensor) {
        return of(tensor.values(), extents(tensor.shape()));
    }

    public static Tensor of(float[] values, long... shape) {
        Tensor flat = Tensor.create(values);
        return flat.reshape(shape);
    }

    public static Tensor of(long[] values) {
        return Tensor.create(values);
    }

    /** The values of a tensor on any device, as float32, row-major. */
    public static float[] floats(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.numel())];
        tensor.detach()
                .to(torch.ScalarType.Float)
                .cpu()
                .contiguous()
                .<FloatBuffer>createBuffer()
                .get(values);
        return values;
    }

    public static FloatTensor toFloatTensor(Tensor tensor) {
        return new FloatTensor(java.util.Arrays.stream(tensor.shape()).boxed().toList(), floats(tensor));
    }

    static long[] extents(List<Long> shape) {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }
}
