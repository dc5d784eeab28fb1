package org.facies.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.facies.statistic.Interval;
import org.facies.statistic.Jackknife;
import org.facies.statistic.JackknifeError;
import org.facies.statistic.McNemar;
import org.facies.statistic.MultipleTesting;
import org.facies.statistic.StratifiedMean;

/**
 * Several models on the same subjects, and weighted sums of their metrics: {@code {a: 1, b: -1}} is the advantage of a
 * over b. Where the models were trained several times (other divisions into folds, other seeds), the metric of a model
 * is the mean over the repeats.
 *
 * <p>Intervals are about these trained models and other subjects. They are {@code value ± t · SE}, with the error of
 * leaving out each subject within its class and Satterthwaite's degrees of freedom; subjects that are hard for all
 * models do not widen them. docs/decisions/0015-contrasts.md says why it is not the bootstrap.
 */
public final class PairedModels {
    /** {@code value ± t · SE}, the error from leaving out subjects within their class. */
    public static final String JACKKNIFE_T = "subject-jackknife-t";

    /** With one more subject in each direction (Bonett and Price 2012): where no subject differs. */
    public static final String ONE_EACH_WAY = "bonett-price";

    static final String SAME_ANSWERS = "the models are correct on the same subjects; the interval allows for one more"
            + " subject in each direction";
    static final String NO_DIFFERENCE = "leaving out any subject changes nothing, so the interval has no width";

    /** A class with more subjects is left out in this number of groups. */
    private static final int MOST_GROUPS = 250;

    private static final double ROUNDING = 1e-12;

    private final List<String> classes;
    private final int[] truth;
    private final Jackknife jackknife;
    private final List<Map<String, PairedSample>> repeats;

    /**
     * Computes the metrics of all models.
     *
     * @param repeats one table for each division into folds and seed, all of the same subjects
     * @param metrics that will be asked for, next to recalls
     * @param threads at least 1; no result depends on it
     */
    public PairedModels(List<PredictionTable> repeats, List<Metric> metrics, int threads) {
        repeats.forEach(Evaluation::requireSamePhotos);
        PredictionTable first = repeats.get(0);
        this.classes = first.classes();
        Map<String, Integer> classOfSubject = PairedSample.classOfSubject(first);
        this.truth =
                classOfSubject.values().stream().mapToInt(Integer::intValue).toArray();
        this.jackknife = new Jackknife(truth, MOST_GROUPS);
        this.repeats = new ArrayList<>();
        for (PredictionTable table : repeats) {
            if (!table.classes().equals(classes)
                    || !PairedSample.classOfSubject(table).equals(classOfSubject)) {
                throw new IllegalArgumentException("the repeats are not of the same subjects");
            }
            Map<String, PairedSample> models = new LinkedHashMap<>();
            table.models()
                    .forEach(model -> models.put(model, PairedSample.of(table, model, metrics, jackknife, threads)));
            this.repeats.add(models);
        }
    }

    /** How many subjects there are. */
    public int subjects() {
        return truth.length;
    }

    /**
     * The weighted sum of a metric.
     *
     * @param weights by model; other models do not count
     * @param confidence of the interval, for example 0.95
     * @return NaN with a reason where the metric is undefined for one of the models
     */
    public Estimate estimate(Map<String, Double> weights, PairedFigure figure, double confidence) {
        if (figure instanceof PairedFigure.RecallOf recall) {
            return ofRecalls(weights, onlyClass(recall), "no case is of class " + recall.label(), confidence);
        }
        return switch (((PairedFigure.OfAll) figure).metric()) {
            case ACCURACY -> accuracy(weights, confidence);
            case BALANCED_ACCURACY -> ofRecalls(weights, eachClass(), "there is no case", confidence);
            default -> {
                Metric metric = ((PairedFigure.OfAll) figure).metric();
                yield jackknifed(weights, metric, confidence, all -> metric.possibleSum(all, reach(weights)));
            }
        };
    }

    /**
     * The weighted sum of being correct, of each subject: double[subjects], by the subjects' names in ascending order.
     */
    public double[] differences(Map<String, Double> weights) {
        double[] differences = new double[truth.length];
        for (Map<String, PairedSample> models : repeats) {
            weights.forEach((model, weight) -> {
                boolean[] correct = sample(models, model).correct();
                for (int i = 0; i < correct.length; i++) {
                    differences[i] += correct[i] ? weight / repeats.size() : 0;
                }
            });
        }
        return differences;
    }

    /**
     * McNemar's test of pairs of models, corrected for their number (Holm); none where the models were trained several
     * times, since a subject is then correct in some of the repeats only.
     *
     * @param pairs two models each
     */
    public List<ModelComparison> mcnemar(List<List<String>> pairs) {
        if (repeats.size() > 1) {
            return List.of();
        }
        List<ModelComparison> tests = new ArrayList<>();
        for (List<String> pair : pairs) {
            boolean[] first = sample(repeats.get(0), pair.get(0)).correct();
            boolean[] second = sample(repeats.get(0), pair.get(1)).correct();
            tests.add(ModelComparison.of(pair.get(0), pair.get(1), Level.SUBJECT, McNemar.of(first, second)));
        }
        return MultipleTesting.holm(tests, ModelComparison::pHolm, ModelComparison::withHolm);
    }

    /** The largest size that a weighted sum of metrics from 0 to 1 can have. */
    static double reach(Map<String, Double> weights) {
        return weights.values().stream().mapToDouble(Math::abs).sum() / 2;
    }

    private static PairedSample sample(Map<String, PairedSample> models, String model) {
        return Optional.ofNullable(models.get(model))
                .orElseThrow(() -> new IllegalArgumentException("no model is called " + model));
    }

    private Estimate accuracy(Map<String, Double> weights, double confidence) {
        double[] shares = new double[classes.size()];
        Arrays.stream(truth).forEach(c -> shares[c] += 1.0 / truth.length);
        double[] differences = differences(weights);
        double reach = reach(weights);
        return StratifiedMean.isWithoutSpread(differences, truth, shares)
                ? padded(differences, new int[truth.length], new double[] {1}, reach, confidence)
                : ofMean(StratifiedMean.of(differences, truth, shares, reach), reach, confidence);
    }

    private Estimate ofRecalls(Map<String, Double> weights, double[] ofClass, String reasonIfNone, double confidence) {
        double[] differences = differences(weights);
        double reach = reach(weights);
        StratifiedMean mean = StratifiedMean.of(differences, truth, ofClass, reach);
        if (Double.isNaN(mean.value())) {
            return new Estimate(Double.NaN, Interval.UNDEFINED, JACKKNIFE_T, reasonIfNone);
        }
        return StratifiedMean.isWithoutSpread(differences, truth, ofClass)
                ? padded(differences, truth, ofClass, reach, confidence)
                : ofMean(mean, reach, confidence);
    }

    private static Estimate ofMean(StratifiedMean mean, double reach, double confidence) {
        return new Estimate(mean.value(), mean.interval(reach, confidence), JACKKNIFE_T, "");
    }

    /** The value is that of the subjects themselves. */
    private static Estimate padded(
            double[] differences, int[] strata, double[] weights, double reach, double confidence) {
        double value = StratifiedMean.of(differences, strata, weights, reach).value();
        Interval interval =
                StratifiedMean.oneEachWay(differences, strata, weights, reach).interval(reach, confidence);
        return new Estimate(value, interval, ONE_EACH_WAY, SAME_ANSWERS);
    }

    private double[] onlyClass(PairedFigure.RecallOf recall) {
        double[] weights = new double[classes.size()];
        weights[classes.indexOf(recall.label())] = 1;
        return weights;
    }

    private double[] eachClass() {
        int[] present = Arrays.stream(truth).distinct().toArray();
        double[] weights = new double[classes.size()];
        Arrays.stream(present).forEach(c -> weights[c] = 1.0 / present.length);
        return weights;
    }

    /** A model's mean over the repeats, with the interval for these trained models and other subjects. */
    public Estimate mean(String model, Metric metric) {
        return jackknifed(Map.of(model, 1.0), metric, EvaluationSettings.CONFIDENCE, metric::possible);
    }

    /** A model's metric in each repeat: double[repeats], in their order. */
    public double[] values(String model, Metric metric) {
        return repeats.stream()
                .mapToDouble(models -> sample(models, model).scores().get(metric))
                .toArray();
    }

    /** The error of a model's mean over the repeats by leaving out subjects within their class; NaN where undefined. */
    public double standardError(String model, Metric metric) {
        return error(Map.of(model, 1.0), metric).standardError();
    }

    private JackknifeError error(Map<String, Double> weights, Metric metric) {
        int[] strata = jackknife.strata();
        double[] without = IntStream.range(0, strata.length)
                .mapToDouble(
                        group -> mean(weights, sample -> sample.without(group).get(metric)))
                .toArray();
        return JackknifeError.of(without, strata);
    }

    private Estimate jackknifed(
            Map<String, Double> weights, Metric metric, double confidence, UnaryOperator<Interval> possible) {
        double value = mean(weights, sample -> sample.scores().get(metric));
        if (Double.isNaN(value)) {
            return new Estimate(value, Interval.UNDEFINED, JACKKNIFE_T, undefined(weights, metric));
        }
        JackknifeError error = error(weights, metric);
        if (Double.isNaN(error.standardError())) {
            return new Estimate(value, Interval.UNDEFINED, JACKKNIFE_T, withoutError(metric));
        }
        if (error.standardError() < ROUNDING) {
            return new Estimate(value, new Interval(value, value), JACKKNIFE_T, NO_DIFFERENCE);
        }
        Interval interval = Interval.student(value, error.standardError(), error.degreesOfFreedom(), confidence);
        return new Estimate(value, possible.apply(interval), JACKKNIFE_T, "");
    }

    private String withoutError(Metric metric) {
        for (int c = 0; c < classes.size(); c++) {
            int label = c;
            if (Arrays.stream(truth).filter(own -> own == label).count() == 1) {
                return "class " + classes.get(c) + " has a single subject, so there is no interval";
            }
        }
        return metric.label() + " is undefined without one of the subjects, so there is no interval";
    }

    private String undefined(Map<String, Double> weights, Metric metric) {
        for (Map<String, PairedSample> models : repeats) {
            for (String model : weights.keySet()) {
                Scores scores = sample(models, model).scores();
                if (Double.isNaN(scores.get(metric))) {
                    return metric.label() + " of " + model + " is undefined: "
                            + new UndefinedReason(scores, classes).of(metric);
                }
            }
        }
        throw new IllegalStateException(metric + " is defined");
    }

    @FunctionalInterface
    private interface OfSample {
        double of(PairedSample sample);
    }

    /** The weighted sum of the means over the repeats. */
    private double mean(Map<String, Double> weights, OfSample figure) {
        double sum = 0;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            double ofModel = 0;
            for (Map<String, PairedSample> models : repeats) {
                ofModel += figure.of(sample(models, weight.getKey()));
            }
            sum += weight.getValue() * ofModel / repeats.size();
        }
        return sum;
    }
}
