import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.facies.image.Rgb;
import org.facies.loss.CosFace;
import org.facies.model.InputSpec;
import org.facies.model.iresnet.CropSize;
import org.facies.model.iresnet.Depth;
import org.facies.model.iresnet.IResNet;
import org.facies.train.Augmentation;
import org.facies.train.ClassBalance;
import org.facies.train.ComputeSettings;
import org.facies.train.CropSource;
import org.facies.train.HeadStart;
import org.facies.train.Optimisation;
import org.facies.train.Start;
import org.facies.train.Trainer;
import org.facies.train.TrainingSettings;
import org.facies.train.TrainingTask;
import org.facies.train.WeightAveraging;

/** Steps of the product's trainer on an IResNet with fresh weights. Usage: {@code Training DEPTH BATCH STEPS}. */
public final class Training {

    private static final class Done extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public static void main(String[] arguments) throws Exception {
        Depth depth = Depth.valueOf("IRESNET_" + arguments[0]);
        int batch = Integer.parseInt(arguments[1]);
        int steps = Integer.parseInt(arguments[2]);
        Optimisation optimisation =
                new Optimisation(Optimisation.Method.SGD, 1e-3, 1e-3, 1e-3, 5e-4, 0, Optimisation.Schedule.CONSTANT, 0);
        TrainingSettings settings = new TrainingSettings(
                1,
                batch,
                optimisation,
                ClassBalance.NONE,
                HeadStart.RANDOM,
                0,
                Augmentation.none(),
                Optional.empty(),
                new WeightAveraging.Last(),
                0,
                1,
                ComputeSettings.cpu(2));
        TrainingTask task = new TrainingTask(
                IResNet.graph(depth, CropSize.ARCFACE),
                Start.SCRATCH,
                new CosFace(16, 0.1),
                InputSpec.ARCFACE,
                settings,
                List.of("a", "b", "c", "d"),
                new Noise((steps + 1) * batch));
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

    private static void report(int batch, List<Long> ends) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (int i = 1; i < ends.size(); i++) {
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
                "{\"images_per_second\": %.3f, \"peak_rss_mb\": %d}%n",
                batch * 1e9 / nanos.get(nanos.size() / 2),
                Long.parseLong(peak) / 1024);
    }

    /** Pictures of noise, a few made beforehand and shown again and again. */
    private record Noise(int size) implements CropSource {
        private static final List<Rgb> PICTURES =
                new Random(1).longs(64).mapToObj(Noise::picture).toList();

        private static Rgb picture(long seed) {
            byte[] data = new byte[3 * 112 * 112];
            new Random(seed).nextBytes(data);
            return new Rgb(112, 112, data);
        }

        @Override
        public Rgb crop(int index) {
            return PICTURES.get(index % PICTURES.size());
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
