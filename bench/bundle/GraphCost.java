import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.facies.image.Rgb;
import org.facies.model.InputSpec;
import org.facies.predict.ClassifierNetwork;
import org.facies.predict.ClassifierSpec;
import org.facies.predict.EnsembleClassifier;
import org.facies.predict.EnsembleGraph;
import org.facies.result.FinishedRun;
import org.facies.run.RunDirectory;

/**
 * What the joined graph of a run's fold networks costs, as multiples of the same graph with one member. Usage:
 * {@code GraphCost RUN MODEL [THREADS [ROUNDS]]}, for a model on dlib's crops.
 */
public final class GraphCost {
    private static final int BATCH = 16;

    private GraphCost() {}

    public static void main(String[] arguments) {
        FinishedRun run = FinishedRun.read(new RunDirectory(Path.of(arguments[0])));
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 30;
        List<ClassifierNetwork> networks = run.networks(arguments[1]).stream().map(ClassifierNetwork::read).toList();
        ClassifierSpec spec = new ClassifierSpec(InputSpec.DLIB, run.classes());
        byte[] one = EnsembleGraph.of(networks.subList(0, 1), spec).toBytes();
        byte[] all = EnsembleGraph.of(networks, spec).toBytes();
        System.out.printf(
                Locale.ROOT,
                "%d members; MB of one %.1f, of all %.1f, ratio %.2f%n",
                networks.size(),
                one.length / 1e6,
                all.length / 1e6,
                (double) all.length / one.length);
        List<Rgb> crops = noise(InputSpec.DLIB.geometry().widthPx(), InputSpec.DLIB.geometry().heightPx());
        int classes = run.classes().size();
        try (EnsembleClassifier single = EnsembleClassifier.open("one", one, classes, threads);
                EnsembleClassifier joined = EnsembleClassifier.open("all", all, classes, threads)) {
            List<Double> ofOne = new ArrayList<>();
            List<Double> ofAll = new ArrayList<>();
            for (int round = -3; round < rounds; round++) {
                double a = seconds(single, crops);
                double b = seconds(joined, crops);
                if (round >= 0) {
                    ofOne.add(a);
                    ofAll.add(b);
                }
            }
            double[] ratios = new double[rounds];
            Arrays.setAll(ratios, i -> ofAll.get(i) / ofOne.get(i));
            Arrays.sort(ratios);
            System.out.printf(
                    Locale.ROOT,
                    "ms a crop, batch of %d, %d threads: one %.2f, all %.2f; ratio median %.2f (%.2f to %.2f)%n",
                    BATCH,
                    threads,
                    1000 * median(ofOne) / BATCH,
                    1000 * median(ofAll) / BATCH,
                    ratios[rounds / 2],
                    ratios[0],
                    ratios[rounds - 1]);
        }
    }

    private static double seconds(EnsembleClassifier classifier, List<Rgb> crops) {
        long begun = System.nanoTime();
        classifier.classify(crops);
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static List<Rgb> noise(int width, int height) {
        Random random = new Random(1);
        List<Rgb> crops = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            byte[] data = new byte[3 * width * height];
            random.nextBytes(data);
            crops.add(new Rgb(width, height, data));
        }
        return crops;
    }
}
