package org.facies.metric;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.facies.statistic.Interval;
import org.facies.statistic.Jackknife;
import org.facies.statistic.JackknifeError;

/**
 * The scores of every resample of subjects and without each subject (or group of subjects), and the intervals they
 * give.
 */
final class BootstrapScores {
    /** A class with more subjects is left out in this number of groups. */
    private static final int MOST_GROUPS = 250;

    private final Sample sample;
    private final int[] subjectOfCase;
    private final int[][] casesOfSubject;
    private final int[] strata;
    private final SharedResamples shared;
    private final Jackknife jackknife;
    private final Map<Metric.Part, List<Scores>> resamples = new EnumMap<>(Metric.Part.class);
    private final Map<Metric.Part, List<Scores>> withoutEach = new EnumMap<>(Metric.Part.class);

    /** Computes nothing yet. Each part is computed when one of its metrics is requested, with the same resamples. */
    BootstrapScores(Sample sample, List<Case> cases, SharedResamples shared) {
        Map<String, Integer> truthBySubject = new TreeMap<>();
        cases.forEach(one -> truthBySubject.put(one.subject(), one.truth()));
        this.strata =
                truthBySubject.values().stream().mapToInt(Integer::intValue).toArray();
        this.sample = sample;
        this.subjectOfCase = subjectOfCase(cases, List.copyOf(truthBySubject.keySet()));
        this.casesOfSubject = casesOfSubject(subjectOfCase, strata.length);
        this.jackknife = new Jackknife(strata, MOST_GROUPS);
        this.shared = shared;
    }

    private static int[] subjectOfCase(List<Case> cases, List<String> subjects) {
        Map<String, Integer> index = new TreeMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            index.put(subjects.get(i), i);
        }
        return cases.stream().mapToInt(one -> index.get(one.subject())).toArray();
    }

    private static int[][] casesOfSubject(int[] subjectOfCase, int subjects) {
        int[][] cases = new int[subjects][0];
        for (int i = 0; i < subjectOfCase.length; i++) {
            int[] before = cases[subjectOfCase[i]];
            int[] own = Arrays.copyOf(before, before.length + 1);
            own[before.length] = i;
            cases[subjectOfCase[i]] = own;
        }
        return cases;
    }

    /** Computes all parts that the metrics need at once, which is faster than one after the other. */
    BootstrapScores prepared(FigureSet figures) {
        Set<Metric.Part> resampled = figures.resampledParts();
        if (!resampled.isEmpty()) {
            List<Scores> drawn = drawn(resampled);
            resampled.forEach(part -> resamples.put(part, drawn));
        }
        Set<Metric.Part> jackknifed = figures.jackknifedParts();
        List<Scores> left = jackknife.map(without(jackknifed), shared.threads());
        jackknifed.forEach(part -> withoutEach.put(part, left));
        return this;
    }

    private List<Scores> drawn(Set<Metric.Part> parts) {
        return shared.of(strata).ofCasesByTwo(subjectOfCase, () -> {
            Sample.Room room = new Sample.Room(subjectOfCase.length);
            return weights -> sample.scores(weights, parts, room);
        });
    }

    private Function<int[], Scores> without(Set<Metric.Part> parts) {
        SampleWithout others = new SampleWithout(sample, parts);
        return subjects -> others.scores(IntStream.of(subjects)
                .flatMap(i -> IntStream.of(casesOfSubject[i]))
                .toArray());
    }

    private DoubleStream resampled(ScoreFigure figure) {
        return resamples.computeIfAbsent(figure.part(), part -> drawn(EnumSet.of(part))).stream()
                .mapToDouble(figure.of());
    }

    private DoubleStream jackknifed(ScoreFigure figure) {
        return withoutEach
                .computeIfAbsent(figure.part(), part -> jackknife.map(without(EnumSet.of(part)), shared.threads()))
                .stream()
                .mapToDouble(figure.of());
    }

    /** The bias-corrected and accelerated interval of a metric with a defined value. */
    Estimate estimate(double value, ScoreFigure figure) {
        return estimate(value, resampled(figure), jackknifed(figure));
    }

    /**
     * The interval of an area with a defined value; the bootstrap's where log odds are infinite or a class has one
     * subject.
     */
    Estimate area(double value, ScoreFigure figure) {
        JackknifeError error = JackknifeError.of(jackknifed(figure).toArray(), jackknife.strata());
        Interval interval = Interval.logit(value, error, EvaluationSettings.CONFIDENCE);
        return Double.isNaN(interval.low())
                ? estimate(value, figure)
                : new Estimate(value, interval, Estimate.JACKKNIFE, "");
    }

    /** The interval of a calibration error with a defined value. */
    Estimate mirrored(double value, ScoreFigure figure) {
        return ResampledFigures.calibrationError(
                ResampledFigures.percentile(value, resampled(figure).toArray()), 0);
    }

    /**
     * The bootstrap's interval of the difference to another model's metric; both were drawn with one seed from the same
     * subjects. Of no width, and with a reason, where the two almost never differ.
     */
    Estimate difference(double value, BootstrapScores other, ScoreFigure figure) {
        double[] drawn =
                differences(resampled(figure).toArray(), other.resampled(figure).toArray());
        if (figure.interval() == ScoreFigure.Interval.MIRRORED) {
            return ResampledFigures.calibrationError(ResampledFigures.percentile(value, drawn), -1);
        }
        Estimate estimate = estimate(
                value,
                Arrays.stream(drawn),
                Arrays.stream(differences(
                        jackknifed(figure).toArray(), other.jackknifed(figure).toArray())));
        return estimate.reason().equals(ResampledFigures.NO_WIDTH)
                ? new Estimate(
                        value,
                        Interval.percentile(ResampledFigures.defined(drawn), EvaluationSettings.CONFIDENCE),
                        Estimate.BOOTSTRAP,
                        "both give the same in nearly all resamples")
                : estimate;
    }

    private static double[] differences(double[] own, double[] others) {
        return IntStream.range(0, own.length)
                .mapToDouble(i -> own[i] - others[i])
                .toArray();
    }

    private Estimate estimate(double value, DoubleStream figures, DoubleStream figuresWithoutEach) {
        double[] drawn = figures.toArray();
        Estimate percentile = ResampledFigures.percentile(value, drawn);
        if (Double.isNaN(percentile.interval().low())) {
            return new Estimate(value, Interval.UNDEFINED, Estimate.BCA, percentile.reason());
        }
        double[] defined = ResampledFigures.defined(drawn);
        double acceleration = Interval.acceleration(figuresWithoutEach.toArray(), jackknife.strata());
        Interval interval = Interval.bca(defined, value, acceleration, EvaluationSettings.CONFIDENCE);
        return ResampledFigures.hasWidth(interval) ? new Estimate(value, interval, Estimate.BCA, "") : percentile;
    }
}
