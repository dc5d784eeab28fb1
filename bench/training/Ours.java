import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.facies.autograd.Activations;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.Execution;
import org.facies.autograd.MemoryLayout;
import org.facies.autograd.Precision;
import org.facies.image.Rgb;
import org.facies.loss.CosFace;
import org.facies.model.InputSpec;
import org.facies.model.iresnet.CropSize;
import org.facies.model.iresnet.Depth;
import org.facies.model.iresnet.IResNet;
import org.facies.onnx.OnnxGraph;
import org.facies.train.ComputeSettings;
import org.facies.train.HeadStart;
import org.facies.train.Start;
import org.facies.train.Trainer;
import org.facies.train.TrainingSettings;
import org.facies.train.TrainingTask;
import org.facies.train.data.Augmentation;
import org.facies.train.data.ClassBalance;
import org.facies.train.data.CropSource;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.WarmUp;
import org.facies.train.optim.WeightAveraging;

/**
 * The training step as the product runs it, batches prepared in parallel with it. Usage:
 * {@code Ours NETWORK STEPS BATCH [--sgd] [--augment] [--scratch] [--bf16] [--channels-last] [--recompute]}, where the
 * network is an ONNX file in dlib's geometry, or the name of an IResNet to build, as {@code iresnet_18}.
 */
public final class Ours {

    private static final class Done extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public static void main(String[] arguments) throws Exception {
        int steps = Integer.parseInt(arguments[1]);
        int batch = Integer.parseInt(arguments[2]);
        Optimisation.Method method = has(arguments, "--sgd") ? Optimisation.Method.SGD : Optimisation.Method.ADAMW;
        Optimisation optimisation =
                new Optimisation(method, 5e-5, 5e-5, 5e-3, 1e-2, WarmUp.NONE, Optimisation.Schedule.CONSTANT, 0);
        TrainingSettings settings = new TrainingSettings(
                1,
                batch,
                optimisation,
                ClassBalance.NONE,
                HeadStart.RANDOM,
                0,
                has(arguments, "--augment") ? Augmentation.plausible() : Augmentation.none(),
                Optional.empty(),
                new WeightAveraging.Last(),
                0,
                1,
                compute(arguments));
        TrainingTask task = new TrainingTask(
                network(arguments[0]),
                has(arguments, "--scratch") ? Start.SCRATCH : Start.PRETRAINED,
                new CosFace(16, 0.1),
                input(arguments[0]),
                settings,
                List.of("a", "b", "c", "d"),
                new Noise((steps + 1) * batch, input(arguments[0]).geometry().widthPx()));
        List<Long> ends = new ArrayList<>();
        Path folder = Files.createTempDirectory("bench");
        try {
            new Trainer(Clock.systemUTC()).train(task, folder, progress -> {
                ends.add(System.nanoTime());
                if (ends.size() == steps) {
                    throw new Done();
                }
            });
        } catch (Done expected) {
            report(batch, ends);
        }
        System.exit(0);
    }

    private static OnnxGraph network(String name) throws Exception {
        return name.endsWith(".onnx")
                ? OnnxGraph.read(Path.of(name))
                : IResNet.graph(Depth.valueOf(name.toUpperCase(Locale.ROOT)), CropSize.ARCFACE);
    }

    private static InputSpec input(String network) {
        return network.endsWith(".onnx") ? InputSpec.DLIB : InputSpec.ARCFACE;
    }

    private static ComputeSettings compute(String... arguments) {
        Execution execution = new Execution(
                new ComputeDevice.Cpu(),
                has(arguments, "--bf16") ? Precision.BF16 : Precision.FP32,
                has(arguments, "--channels-last") ? MemoryLayout.CHANNELS_LAST : MemoryLayout.PLANES,
                has(arguments, "--recompute") ? Activations.RECOMPUTED : Activations.KEPT);
        return new ComputeSettings(execution, 1, 2);
    }

    private static boolean has(String[] arguments, String option) {
        return List.of(arguments).contains(option);
    }

    private static void report(int batch, List<Long> ends) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (int i = 2; i < ends.size(); i++) {
            nanos.add(ends.get(i) - ends.get(i - 1));
        }
        Collections.sort(nanos);
        String peak = Files.readString(Path.of("/proc/self/status"))
                .lines()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("0")
                .replaceAll("\\D", "");
        System.out.printf(
                Locale.ROOT,
                "{\"who\": \"facies\", \"images_per_second\": %.2f, \"best\": %.2f, \"peak_rss_mb\": %d}%n",
                batch * 1e9 / nanos.get(nanos.size() / 2),
                batch * 1e9 / nanos.get(0),
                Long.parseLong(peak) / 1024);
    }

    /** Pictures of noise, a few made beforehand and shown again and again, since a study holds its crops in memory. */
    private record Noise(int size, List<Rgb> pictures) implements CropSource {
        Noise(int size, int sidePx) {
            this(size, new Random(1).longs(64).mapToObj(seed -> picture(seed, sidePx)).toList());
        }

        private static Rgb picture(long seed, int sidePx) {
            byte[] data = new byte[3 * sidePx * sidePx];
            new Random(seed).nextBytes(data);
            return new Rgb(sidePx, sidePx, data);
        }

        @Override
        public Rgb crop(int index) {
            return pictures.get(index % pictures.size());
        }

        @Override
        public int label(int index) {
            return index % 4;
        }

        @Override
        public String key(int index) {
            return "noise-" + index;
        }
    }
}
