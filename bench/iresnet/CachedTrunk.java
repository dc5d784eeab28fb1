import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
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
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.train.ComputeSettings;
import org.facies.train.HeadStart;
import org.facies.train.Start;
import org.facies.train.TrainedModel;
import org.facies.train.Trainer;
import org.facies.train.TrainingSettings;
import org.facies.train.TrainingTask;
import org.facies.train.data.ActivationRecipe;
import org.facies.train.data.ActivationStore;
import org.facies.train.data.Augmentation;
import org.facies.train.data.ClassBalance;
import org.facies.train.data.CropSource;
import org.facies.train.data.FrozenTrunk;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.WarmUp;
import org.facies.train.optim.WeightAveraging;

/**
 * An IResNet-100 above its third stage, trained with and without stored activations. The crops are symmetric, so that a
 * crop and its mirror image, which stored batches draw from, are the same, and both trainings see the same numbers.
 * Usage: {@code CachedTrunk [--channels-last]}; the layout is that of both trainings.
 */
public final class CachedTrunk {

    private static final int CROPS = 128;
    private static final int EPOCHS = 3;
    private static final int ROUNDS = 3;
    private static final int BATCH = 32;
    private static final FrozenTrunk TRUNK = new FrozenTrunk("layer3", 0);

    public static void main(String[] arguments) throws Exception {
        OnnxGraph network = bounded(IResNet.graph(Depth.IRESNET_100, CropSize.ARCFACE));
        Path folder = Files.createTempDirectory("bench");
        ActivationRecipe recipe = new ActivationRecipe(
                TRUNK, InputSpec.ARCFACE, Augmentation.none(), 1, new ComputeDevice.Cpu(), 2);
        long began = System.nanoTime();
        ActivationStore store = ActivationStore.open(recipe, network, new Symmetric(), folder, done -> {});
        System.out.printf(Locale.ROOT, "storing %d crops: %.1f s%n", CROPS, seconds(began));

        Execution execution = new Execution(
                new ComputeDevice.Cpu(),
                Precision.FP32,
                List.of(arguments).contains("--channels-last") ? MemoryLayout.CHANNELS_LAST : MemoryLayout.PLANES,
                Activations.KEPT);
        List<Double> ratios = new ArrayList<>();
        Timed stored = null;
        Timed recomputed = null;
        for (int round = 0; round < ROUNDS; round++) {
            stored = timed(network, execution, Optional.of(store), folder.resolve("stored" + round));
            recomputed = timed(network, execution, Optional.empty(), folder.resolve("recomputed" + round));
            ratios.add(recomputed.secondsPerEpoch() / stored.secondsPerEpoch());
            System.out.printf(
                    Locale.ROOT,
                    "an epoch: %.2f s stored, %.2f s recomputed, ratio %.2f%n",
                    stored.secondsPerEpoch(),
                    recomputed.secondsPerEpoch(),
                    ratios.get(round));
        }
        ratios.sort(null);
        System.out.printf(Locale.ROOT, "median ratio of %d rounds: %.2f%n", ROUNDS, ratios.get(ROUNDS / 2));

        began = System.nanoTime();
        float[][] fromStore = stored.model().predict(new Symmetric(), store, new ComputeDevice.Cpu()).probabilities();
        double quick = seconds(began);
        began = System.nanoTime();
        float[][] fromCrops = recomputed.model().predict(new Symmetric()).probabilities();
        System.out.printf(
                Locale.ROOT,
                "predicting: %.2f s stored, %.2f s recomputed; largest difference of a probability: %.1e%n",
                quick,
                seconds(began),
                largestDifference(fromStore, fromCrops));
        System.exit(0);
    }

    /** Filters that keep the size of what they see; fresh ones would need a norm that has seen crops. */
    private static OnnxGraph bounded(OnnxGraph network) {
        Random random = new Random(1);
        Map<String, FloatTensor> weights = new LinkedHashMap<>();
        network.weights().forEach((name, weight) -> {
            if (weight.shape().size() > 1) {
                float[] values = new float[weight.values().length];
                double deviation = Math.sqrt((double) weight.shape().get(0) / values.length);
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (deviation * random.nextGaussian());
                }
                weights.put(name, new FloatTensor(weight.shape(), values));
            }
        });
        return network.withWeights(weights);
    }

    private record Timed(TrainedModel model, double secondsPerEpoch) {}

    /** The mean step from one to the next within an epoch; the first epoch warms up. Checkpoints are left out. */
    private static Timed timed(
            OnnxGraph network, Execution execution, Optional<ActivationStore> store, Path folder) {
        Optimisation optimisation = new Optimisation(
                Optimisation.Method.SGD, 1e-4, 1e-4, 1e-2, 5e-4, WarmUp.NONE, Optimisation.Schedule.CONSTANT, 0);
        TrainingSettings settings = new TrainingSettings(
                EPOCHS,
                BATCH,
                optimisation,
                ClassBalance.NONE,
                HeadStart.RANDOM,
                0,
                Augmentation.none(),
                Optional.of(TRUNK),
                new WeightAveraging.Last(),
                0,
                1,
                new ComputeSettings(execution, 1, 2));
        TrainingTask task = new TrainingTask(
                network,
                Start.PRETRAINED,
                new CosFace(16, 0.1),
                InputSpec.ARCFACE,
                settings,
                List.of("a", "b", "c", "d"),
                new Symmetric(),
                store);
        List<Long> nanos = new ArrayList<>();
        AtomicLong before = new AtomicLong();
        TrainedModel model = new Trainer(Clock.systemUTC()).train(task, folder, progress -> {
            long now = System.nanoTime();
            if (progress.epoch() > 1 && progress.step() > 1) {
                nanos.add(now - before.get());
            }
            before.set(now);
        });
        double mean = nanos.stream().mapToLong(Long::longValue).average().orElseThrow();
        return new Timed(model, mean / 1e9 * CROPS / BATCH);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static double largestDifference(float[][] a, float[][] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
            }
        }
        return largest;
    }

    private record Symmetric() implements CropSource {
        private static final int SIDE = 112;
        private static final List<Rgb> PICTURES =
                new Random(1).longs(CROPS).mapToObj(Symmetric::picture).toList();

        private static Rgb picture(long seed) {
            Random random = new Random(seed);
            byte[] data = new byte[3 * SIDE * SIDE];
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE / 2; x++) {
                    for (int channel = 0; channel < 3; channel++) {
                        byte value = (byte) random.nextInt();
                        data[3 * (y * SIDE + x) + channel] = value;
                        data[3 * (y * SIDE + SIDE - 1 - x) + channel] = value;
                    }
                }
            }
            return new Rgb(SIDE, SIDE, data);
        }

        @Override
        public int size() {
            return CROPS;
        }

        @Override
        public Rgb crop(int index) {
            return PICTURES.get(index);
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
