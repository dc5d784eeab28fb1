import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.facies.metric.ClassMetric;
import org.facies.metric.Estimate;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Level;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;

/**
 * How often the 95 % intervals of metrics.json hold the true value. Usage:
 * {@code Coverage COHORTS RESAMPLES SEED fixed|drawn N...}, where N are the subjects of each class and "drawn" draws
 * the class of each subject too.
 */
public final class Coverage {
    /** How clearly a model sees each class, rarest and hardest first. */
    private static final double[] CLARITY = {1.0, 1.5, 1.2, 1.3};

    private static final double NOISE = 0.8;
    private static final double SHARPNESS = 1.5;
    private static final int POPULATION = 4_000_000;

    private final int[] counts;
    private final boolean drawn;

    private Coverage(int[] counts, boolean drawn) {
        this.counts = counts;
        this.drawn = drawn;
    }

    public static void main(String[] arguments) {
        int cohorts = Integer.parseInt(arguments[0]);
        int resamples = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        int[] counts = Arrays.stream(arguments).skip(4).mapToInt(Integer::parseInt).toArray();
        new Coverage(counts, arguments[3].equals("drawn")).run(cohorts, resamples, seed);
    }

    private void run(int cohorts, int resamples, long seed) {
        Map<String, Double> truth = truth(seed - 1);
        Map<String, int[]> tallies = new LinkedHashMap<>();
        truth.keySet().forEach(figure -> tallies.put(figure, new int[3]));
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, cohorts).parallel().forEach(cohort -> {
            Map<String, Estimate> estimates = estimates(seed + 1000L * cohort, resamples);
            synchronized (tallies) {
                estimates.forEach((figure, estimate) -> tally(tallies.get(figure), estimate, truth.get(figure)));
            }
            if (done.incrementAndGet() % 1000 == 0) {
                System.err.println(done.get() + " cohorts");
            }
        });
        System.out.printf(
                "%d cohorts of %s subjects (%s), %d resamples%n",
                cohorts, Arrays.toString(counts), drawn ? "classes drawn" : "class counts fixed", resamples);
        System.out.println("figure                truth   covered  too low  too high  no interval");
        tallies.forEach((figure, tally) -> {
            int with = cohorts - tally[2];
            System.out.printf(
                    "%-20s  %.4f  %.4f   %.4f   %.4f    %d%n",
                    figure,
                    truth.get(figure),
                    1 - (tally[0] + tally[1]) / (double) with,
                    tally[0] / (double) with,
                    tally[1] / (double) with,
                    tally[2]);
        });
    }

    private static void tally(int[] tally, Estimate estimate, double truth) {
        if (Double.isNaN(estimate.interval().low())) {
            tally[2]++;
        } else if (estimate.interval().high() < truth) {
            tally[0]++;
        } else if (estimate.interval().low() > truth) {
            tally[1]++;
        }
    }

    private Map<String, Estimate> estimates(long seed, int resamples) {
        ZigguratSampler.NormalizedGaussian normal = normal(seed);
        UniformRandomProvider uniform = RandomSource.XO_RO_SHI_RO_128_PP.create(~seed);
        List<String> classes = IntStream.range(0, counts.length).mapToObj(c -> "class-" + c).toList();
        List<Prediction> predictions = new ArrayList<>();
        int subjects = Arrays.stream(counts).sum();
        for (int s = 0; s < subjects; s++) {
            int label = classOf(drawn ? uniform.nextInt(subjects) : s);
            List<Double> p = Arrays.stream(probabilities(label, normal)).boxed().toList();
            predictions.add(new Prediction("m", 0, "p" + s, "s" + s, classes.get(label), p));
        }
        PredictionTable table = new PredictionTable(classes, predictions);
        LevelEvaluation level = Evaluation.at(Level.SUBJECT, table, "m", new EvaluationSettings(resamples, seed));
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (Metric metric :
                List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.MACRO_F1, Metric.AUC_OVR_MACRO)) {
            estimates.put(metric.key(), level.get(metric));
        }
        estimates.put("recall of rarest", level.perClass().get("class-0").get(ClassMetric.RECALL));
        estimates.put("F1 of rarest", level.perClass().get("class-0").get(ClassMetric.F1));
        estimates.put("AUC of rarest", level.perClass().get("class-0").get(ClassMetric.AUC));
        return estimates;
    }

    private int classOf(int subject) {
        int label = 0;
        int below = counts[0];
        while (subject >= below) {
            below += counts[++label];
        }
        return label;
    }

    /** The figures of an endless cohort of the same composition, computed without any code of Facies. */
    private Map<String, Double> truth(long seed) {
        int classes = counts.length;
        int each = POPULATION / classes;
        double total = Arrays.stream(counts).sum();
        double[][] confusion = new double[classes][classes];
        float[][][] scores = new float[classes][classes][each];
        ZigguratSampler.NormalizedGaussian normal = normal(seed);
        for (int label = 0; label < classes; label++) {
            for (int i = 0; i < each; i++) {
                double[] p = probabilities(label, normal);
                int best = 0;
                for (int c = 0; c < classes; c++) {
                    scores[c][label][i] = (float) p[c];
                    best = p[c] > p[best] ? c : best;
                }
                confusion[label][best] += counts[label] / total / each;
            }
        }
        double accuracy = 0, balanced = 0, macroF1 = 0, macroAuc = 0;
        double[] f1 = new double[classes], recall = new double[classes], auc = new double[classes];
        for (int c = 0; c < classes; c++) {
            int own = c;
            double predicted = IntStream.range(0, classes).mapToDouble(t -> confusion[t][own]).sum();
            recall[c] = confusion[c][c] / (counts[c] / total);
            f1[c] = 2 * confusion[c][c] / (counts[c] / total + predicted);
            auc[c] = area(scores[c], c);
            accuracy += confusion[c][c];
            balanced += recall[c] / classes;
            macroF1 += f1[c] / classes;
            macroAuc += auc[c] / classes;
        }
        Map<String, Double> truth = new LinkedHashMap<>();
        truth.put("accuracy", accuracy);
        truth.put("balanced_accuracy", balanced);
        truth.put("macro_f1", macroF1);
        truth.put("auc_ovr_macro", macroAuc);
        truth.put("recall of rarest", recall[0]);
        truth.put("F1 of rarest", f1[0]);
        truth.put("AUC of rarest", auc[0]);
        return truth;
    }

    private double area(float[][] byLabel, int positive) {
        Arrays.stream(byLabel).forEach(Arrays::sort);
        double wins = 0, others = 0;
        for (int label = 0; label < byLabel.length; label++) {
            if (label != positive) {
                long above = 0;
                int below = 0;
                for (float score : byLabel[positive]) {
                    while (below < byLabel[label].length && byLabel[label][below] < score) {
                        below++;
                    }
                    above += below;
                }
                double n = byLabel[label].length;
                wins += counts[label] * (above / (n * n));
                others += counts[label];
            }
        }
        return wins / others;
    }

    private static ZigguratSampler.NormalizedGaussian normal(long seed) {
        return ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_RO_SHI_RO_128_PP.create(seed));
    }

    private static double[] probabilities(int label, ZigguratSampler.NormalizedGaussian normal) {
        double[] p = new double[CLARITY.length];
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            p[c] = Math.exp(SHARPNESS * (NOISE * normal.sample() + (c == label ? CLARITY[c] : 0)));
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
        return p;
    }
}
