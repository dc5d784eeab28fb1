package org.facies.autograd;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The float32 speed of the processor.
 *
 * @param productGflops billions of floating-point operations per second in a matrix product
 * @param convolutionGflops the same in a convolution of IResNet's second stage
 */
public record SpeedProbe(double productGflops, double convolutionGflops) {

    private static final Duration EACH = Duration.ofSeconds(1);
    private static final long SIDE = 1024;
    private static final long PICTURES = 16;
    private static final long CHANNELS = 64;
    private static final long SIDE_PX = 56;
    private static final long KERNEL = 3;

    /** Measures for two seconds. */
    public static SpeedProbe on(int threads, Clock clock) {
        torch.set_num_threads(threads);
        return NativeMemory.withoutGradients(() -> {
            Tensor matrix = torch.rand(SIDE, SIDE);
            Tensor pictures = torch.rand(PICTURES, CHANNELS, SIDE_PX, SIDE_PX);
            Tensor filters = torch.rand(CHANNELS, CHANNELS, KERNEL, KERNEL);
            double product = 2.0 * SIDE * SIDE * SIDE;
            double convolution = 2.0 * PICTURES * CHANNELS * CHANNELS * KERNEL * KERNEL * SIDE_PX * SIDE_PX;
            return new SpeedProbe(
                    product / 1e9 / seconds(() -> matrix.mm(matrix), clock),
                    convolution / 1e9 / seconds(() -> convolved(pictures, filters), clock));
        });
    }

    private static Tensor convolved(Tensor pictures, Tensor filters) {
        long[] one = {1, 1};
        return torch.conv2d(pictures, filters, new TensorOptional(), one, one, one, 1);
    }

    /** Mean time of work that is repeated for one second, after a first run that is not counted. */
    private static double seconds(Runnable work, Clock clock) {
        NativeMemory.freedAfter(work);
        Instant began = clock.instant();
        Duration passed = Duration.ZERO;
        int times = 0;
        while (passed.compareTo(EACH) < 0) {
            NativeMemory.freedAfter(work);
            times++;
            passed = Duration.between(began, clock.instant());
        }
        return passed.toNanos() / 1e9 / times;
    }
}
