import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.facies.contrast.Contrast;
import org.facies.contrast.ContrastEvaluation;
import org.facies.contrast.ContrastFigure;
import org.facies.contrast.ContrastResult;
import org.facies.contrast.ContrastResults;
import org.facies.contrast.Contrasts;
import org.facies.contrast.Factor;
import org.facies.metric.Metric;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.statistic.Interval;

/**
 * How often the 95 % intervals of contrasts hold the true contrast. Usage: {@code Coverage COHORTS SEED MODE N...},
 * where N are the subjects of each of four classes, and MODE is one of
 *
 * <ul>
 *   <li>{@code fixed}: four arms that differ, the same in every cohort: intervals of these models
 *   <li>{@code null}: four arms of the same quality; also how often the sign-flip test finds a difference at 5 %
 *   <li>{@code trained}: each arm is a little better or worse in each cohort and fold, as if trained on it: intervals
 *       if retrained
 * </ul>
 */
public final class Coverage {
    private static final List<String> ARMS = List.of("pa", "pc", "fa", "fc");
    private static final List<String> CLASSES = List.of("c0", "c1", "c2", "c3");
    private static final double[] CLARITY = {1.0, 1.5, 1.2, 1.3};
    private static final double SHARED = 0.7;
    private static final double OWN = 0.7;
    private static final int FOLDS = 5;
    private static final int POPULATION = 600_000;
    /** How much better or worse a training makes an arm, as a part of its clarity: of the cohort, and of the fold. */
    private static final double OF_COHORT = 0.10;

    private static final double OF_FOLD = 0.10;

    private final int[] counts;
    private final String mode;
    private final double[] quality;
    private final List<Contrast> contrasts;

    private Coverage(int[] counts, String mode) {
        this.counts = counts;
        this.mode = mode;
        this.quality = mode.equals("null") ? new double[] {1, 1, 1, 1} : new double[] {1.4, 1.5, 0.6, 0.8};
        this.contrasts = new ArrayList<>(Contrasts.ofFactors(List.of(
                Factor.presence("pretraining", List.of("pc", "pa"), List.of("fc", "fa")),
                new Factor(
                        "loss",
                        List.of(
                                new Factor.Level("arcface", List.of("pa", "fa")),
                                new Factor.Level("cosface", List.of("pc", "fc")))))));
        contrasts.add(Contrast.pair("pair, near", "pa", "pc"));
        contrasts.add(Contrast.pair("pair, far", "pc", "fc"));
    }

    public static void main(String[] arguments) {
        int[] counts = Arrays.stream(arguments).skip(3).mapToInt(Integer::parseInt).toArray();
        new Coverage(counts, arguments[2]).run(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
    }

    /** One interval over all cohorts. */
    private static final class Tally {
        private int tooLow;
        private int tooHigh;
        private int none;
        private double width;

        void add(Interval interval, double truth) {
            if (Double.isNaN(interval.low())) {
                none++;
                return;
            }
            width += interval.high() - interval.low();
            tooLow += interval.high() < truth ? 1 : 0;
            tooHigh += interval.low() > truth ? 1 : 0;
        }
    }

    private void run(int cohorts, long seed) {
        Map<String, double[]> truth = truth(seed - 1);
        Map<String, Map<String, Tally>> tallies = new LinkedHashMap<>();
        int[] found = new int[contrasts.size()];
        IntStream.range(0, cohorts).forEach(cohort -> {
            ContrastResults results = ContrastEvaluation.of(table(seed + 1000L * cohort), contrasts, 1);
            for (int c = 0; c < contrasts.size(); c++) {
                ContrastResult result = results.planned().get(c);
                found[c] += result.accuracyTest().pExact() < 0.05 ? 1 : 0;
                for (Map.Entry<String, ContrastFigure> figure : figures(result).entrySet()) {
                    Interval interval = mode.equals("trained")
                            ? figure.getValue().retrained().retrained()
                            : figure.getValue().theseModels().interval();
                    tallies.computeIfAbsent(figure.getKey(), none -> new LinkedHashMap<>())
                            .computeIfAbsent(result.contrast().name(), none -> new Tally())
                            .add(interval, truth.get(figure.getKey())[c]);
                }
            }
        });
        print(cohorts, truth, tallies);
        if (mode.equals("null")) {
            for (int c = 0; c < found.length; c++) {
                System.out.printf(
                        "sign-flip p < 0.05, %-28s %.4f%n",
                        contrasts.get(c).name(), found[c] / (double) cohorts);
            }
        }
        System.out.println();
    }

    private void print(int cohorts, Map<String, double[]> truth, Map<String, Map<String, Tally>> tallies) {
        System.out.printf("%d cohorts of %s subjects, %s%n", cohorts, Arrays.toString(counts), mode);
        System.out.println("figure             contrast                     truth    covered  too low  too high"
                + "  width   none");
        tallies.forEach((figure, byContrast) -> {
            int c = 0;
            for (Map.Entry<String, Tally> one : byContrast.entrySet()) {
                Tally tally = one.getValue();
                double with = cohorts - tally.none;
                System.out.printf(
                        "%-17s  %-27s  %+.4f  %.4f   %.4f   %.4f    %.3f   %d%n",
                        figure,
                        one.getKey(),
                        truth.get(figure)[c++],
                        1 - (tally.tooLow + tally.tooHigh) / with,
                        tally.tooLow / with,
                        tally.tooHigh / with,
                        tally.width / with,
                        tally.none);
            }
        });
    }

    private static Map<String, ContrastFigure> figures(ContrastResult result) {
        Map<String, ContrastFigure> figures = new LinkedHashMap<>();
        for (Metric metric : ContrastEvaluation.METRICS) {
            figures.put(metric.key(), result.get(metric));
        }
        result.recall().forEach((label, figure) -> figures.put("recall " + label, figure));
        return figures;
    }

    private PredictionTable table(long seed) {
        ZigguratSampler.NormalizedGaussian normal = normal(seed);
        double[][] trained = new double[FOLDS][ARMS.size()];
        for (int a = 0; a < ARMS.size(); a++) {
            double ofCohort = OF_COHORT * normal.sample();
            for (int f = 0; f < FOLDS; f++) {
                trained[f][a] = mode.equals("trained") ? 1 + ofCohort + OF_FOLD * normal.sample() : 1;
            }
        }
        List<Prediction> predictions = new ArrayList<>();
        int subject = 0;
        for (int label = 0; label < counts.length; label++) {
            for (int i = 0; i < counts[label]; i++, subject++) {
                int fold = subject % FOLDS;
                double[][] scores = scores(label, trained[fold], normal);
                for (int a = 0; a < ARMS.size(); a++) {
                    List<Double> p = Arrays.stream(scores[a]).map(Math::exp).boxed().toList();
                    predictions.add(new Prediction(
                            ARMS.get(a), fold, "p" + subject, "s" + subject, CLASSES.get(label), p));
                }
            }
        }
        return new PredictionTable(CLASSES, predictions);
    }

    /** What each arm says of one subject: part of what makes it hard is hard for all arms. */
    private double[][] scores(int label, double[] trained, ZigguratSampler.NormalizedGaussian normal) {
        double[] shared = IntStream.range(0, counts.length).mapToDouble(c -> SHARED * normal.sample()).toArray();
        double[][] scores = new double[ARMS.size()][counts.length];
        for (int a = 0; a < scores.length; a++) {
            for (int c = 0; c < counts.length; c++) {
                scores[a][c] = shared[c] + OWN * normal.sample();
            }
            scores[a][label] += quality[a] * trained[a] * CLARITY[label];
            // scores of a subject add up to the same, as logarithms of probabilities nearly do
            double largest = Arrays.stream(scores[a]).max().orElseThrow();
            double sum = Arrays.stream(scores[a]).map(x -> Math.exp(x - largest)).sum();
            for (int c = 0; c < counts.length; c++) {
                scores[a][c] -= largest + Math.log(sum);
            }
        }
        return scores;
    }

    /** The contrasts of an endless cohort of the same composition, computed without any code of Facies. */
    private Map<String, double[]> truth(long seed) {
        int classes = counts.length;
        int each = POPULATION / classes;
        double total = Arrays.stream(counts).sum();
        double[][][] confusion = new double[ARMS.size()][classes][classes];
        float[][][][] said = new float[ARMS.size()][classes][classes][each];
        ZigguratSampler.NormalizedGaussian normal = normal(seed);
        double[] trained = {1, 1, 1, 1};
        for (int label = 0; label < classes; label++) {
            for (int i = 0; i < each; i++) {
                if (mode.equals("trained")) {
                    double spread = Math.hypot(OF_COHORT, OF_FOLD);
                    Arrays.setAll(trained, a -> 1 + spread * normal.sample());
                }
                double[][] scores = scores(label, trained, normal);
                for (int a = 0; a < scores.length; a++) {
                    int best = 0;
                    for (int c = 0; c < classes; c++) {
                        said[a][c][label][i] = (float) scores[a][c];
                        best = scores[a][c] > scores[a][best] ? c : best;
                    }
                    confusion[a][label][best] += counts[label] / total / each;
                }
            }
        }
        Map<String, double[]> byArm = new LinkedHashMap<>();
        for (int a = 0; a < ARMS.size(); a++) {
            for (Map.Entry<String, Double> figure : figures(confusion[a], said[a]).entrySet()) {
                byArm.computeIfAbsent(figure.getKey(), none -> new double[ARMS.size()])[a] = figure.getValue();
            }
        }
        Map<String, double[]> truth = new LinkedHashMap<>();
        byArm.forEach((figure, values) -> truth.put(figure, contrasts.stream()
                .mapToDouble(contrast -> contrast.weights().entrySet().stream()
                        .mapToDouble(weight -> weight.getValue() * values[ARMS.indexOf(weight.getKey())])
                        .sum())
                .toArray()));
        return truth;
    }

    private Map<String, Double> figures(double[][] confusion, float[][][] said) {
        int classes = counts.length;
        double total = Arrays.stream(counts).sum();
        double accuracy = 0, balanced = 0, macroF1 = 0, macroAuc = 0;
        Map<String, Double> recalls = new LinkedHashMap<>();
        for (int c = 0; c < classes; c++) {
            int own = c;
            double predicted = Arrays.stream(confusion).mapToDouble(row -> row[own]).sum();
            double recall = confusion[c][c] / (counts[c] / total);
            recalls.put("recall " + CLASSES.get(c), recall);
            accuracy += confusion[c][c];
            balanced += recall / classes;
            macroF1 += 2 * confusion[c][c] / (counts[c] / total + predicted) / classes;
            macroAuc += area(said[c], c) / classes;
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("accuracy", accuracy);
        figures.put("balanced_accuracy", balanced);
        figures.put("macro_f1", macroF1);
        figures.put("auc_ovr_macro", macroAuc);
        figures.putAll(recalls);
        return figures;
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
}
