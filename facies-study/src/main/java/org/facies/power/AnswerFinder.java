package org.facies.power;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.facies.metric.Estimate;
import org.facies.power.Answer.Standing;
import org.facies.report.text.Numbers;
import org.facies.statistic.Interval;

/**
 * Finds the number of children that the target recall needs, and states it.
 *
 * @param rareClass the class that is counted
 * @param target the recall to reach, in (0, 1)
 * @param points by size, rising
 * @param whole the whole cohort
 * @param projection of the recall of the rare class, if there are enough sizes
 */
record AnswerFinder(
        String rareClass, double target, List<SizePoint> points, WholeCohort whole, Optional<Projection> projection) {
    /** The curve is extrapolated to this multiple of the cohort. */
    static final int FARTHEST = 2;

    Answer find() {
        SizePoint smallest = points.get(0);
        Estimate first = recall(smallest);
        if (first.value() >= target) {
            return new Answer(
                    Standing.AT_THE_SMALLEST,
                    new Estimate(smallest.size(), Interval.UNDEFINED, Estimate.NONE, "no smaller cohorts were drawn"),
                    first,
                    ("%d children of %s, the smallest size drawn, already give a recall of %s (single draws:"
                                    + " %s). Fewer may be enough.")
                            .formatted(smallest.size(), rareClass, score(first.value()), range(first.interval())));
        }
        return projection
                .filter(curve -> curve.law().rises())
                .flatMap(this::reached)
                .orElseGet(this::notKnown);
    }

    private Optional<Answer> reached(Projection curve) {
        int from = points.get(0).size();
        int to = FARTHEST * whole.size();
        OptionalInt reached = curve.reaches(target, from, to);
        if (reached.isEmpty()) {
            return Optional.empty();
        }
        int size = reached.getAsInt();
        Interval sizes = curve.reachInterval(target, from, to);
        Estimate children = new Estimate(size, sizes, Extrapolated.INVERSE_POWER_LAW, "");
        int largest = points.get(points.size() - 1).size();
        return Optional.of(size <= largest ? drawn(size, children) : extrapolated(size, children, curve));
    }

    private Answer drawn(int size, Estimate children) {
        Interval band = band(size);
        return new Answer(
                Standing.DRAWN,
                children,
                new Estimate(target, band, SizePoint.OVER_DRAWS, ""),
                "About %d children of %s (%s) give a recall of %s on average; single draws of that size give %s."
                        .formatted(size, rareClass, sizes(children.interval()), score(target), range(band)));
    }

    private Answer extrapolated(int size, Estimate children, Projection curve) {
        Interval interval = curve.interval(size);
        return new Answer(
                Standing.EXTRAPOLATED,
                children,
                new Estimate(curve.at(size), interval, Extrapolated.INVERSE_POWER_LAW, ""),
                ("Extrapolated: about %d children of %s (%s) would give a recall of %s (%s over resampled"
                                + " repeats). At most %d were drawn; beyond that, this is a fitted curve (inverse power"
                                + " law), not a measurement.")
                        .formatted(
                                size,
                                rareClass,
                                sizes(children.interval()),
                                score(target),
                                range(interval),
                                points.get(points.size() - 1).size()));
    }

    private Answer notKnown() {
        Estimate all = whole.scores().recall().get(rareClass);
        return new Answer(
                Standing.NOT_KNOWN,
                new Estimate(Double.NaN, Interval.UNDEFINED, Estimate.NONE, "the target is not reached"),
                all,
                projection
                                .map(this::limit)
                                .orElse("How many children are needed for %s recall of %s is not known, because"
                                        + " too few sizes were drawn to fit a curve.")
                                .formatted(targetPercent(), rareClass)
                        + " With all %d children, it is %s (%s)."
                                .formatted(whole.size(), score(all.value()), range(all.interval())));
    }

    private String limit(Projection curve) {
        int farthest = FARTHEST * whole.size();
        return "More children alone will probably not reach %s recall of %s: "
                + (curve.law().rises()
                        ? "the fitted curve (inverse power law) gives %s (%s over resampled repeats) for %d, the"
                                        .formatted(score(curve.at(farthest)), range(curve.interval(farthest)), farthest)
                                + " largest number that it is extrapolated to."
                        : "recall does not rise with the number of children.");
    }

    private String targetPercent() {
        return Numbers.roundPercent(target);
    }

    /** The range of single draws of a size, interpolated linearly between the sizes drawn. */
    private Interval band(int size) {
        SizePoint below = points.get(0);
        for (SizePoint above : points) {
            if (above.size() >= size) {
                double share = above.size() == below.size()
                        ? 1
                        : (double) (size - below.size()) / (above.size() - below.size());
                Interval low = recall(below).interval();
                Interval high = recall(above).interval();
                return new Interval(
                        low.low() + share * (high.low() - low.low()), low.high() + share * (high.high() - low.high()));
            }
            below = above;
        }
        throw new IllegalArgumentException(size + " was not drawn");
    }

    private Estimate recall(SizePoint point) {
        return point.scores().recall().get(rareClass);
    }

    private String sizes(Interval interval) {
        int farthest = FARTHEST * whole.size();
        long low = Math.round(interval.low());
        long high = Math.round(interval.high());
        return low + " to " + (high > farthest ? "more than " + farthest : String.valueOf(high));
    }

    private static String score(double value) {
        return Numbers.score(value);
    }

    private static String range(Interval interval) {
        return Numbers.score(interval.low()) + " to " + Numbers.score(interval.high());
    }
}
