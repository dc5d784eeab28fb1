package org.facies.power;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.facies.metric.Estimate;
import org.facies.power.Answer.Standing;
import org.facies.report.text.Numbers;
import org.facies.statistic.Interval;

/**
 * Finds the answer and says it.
 *
 * @param rareClass what is counted
 * @param target the recall asked for
 * @param points by size, rising
 * @param whole the whole cohort
 * @param projection of the recall of the rare class, if there are enough sizes
 */
record AnswerFinder(
        String rareClass, double target, List<SizePoint> points, WholeCohort whole, Optional<Projection> projection) {
    /** The curve is followed to so many times the cohort and no further. */
    static final int FARTHEST = 2;

    Answer find() {
        SizePoint smallest = points.get(0);
        Estimate first = recall(smallest);
        if (first.value() >= target) {
            return new Answer(
                    Standing.AT_THE_SMALLEST,
                    new Estimate(smallest.size(), Interval.UNDEFINED, Estimate.NONE, "fewer were not drawn"),
                    first,
                    ("With %d children of %s, the fewest that were drawn, recall is %s already (single draws: %s);"
                                    + " fewer may do.")
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
                "At about %d children of %s (%s), recall reaches %s on average; in single draws of that size it is %s."
                        .formatted(size, rareClass, sizes(children.interval()), score(target), range(band)));
    }

    private Answer extrapolated(int size, Estimate children, Projection curve) {
        Interval interval = curve.interval(size);
        return new Answer(
                Standing.EXTRAPOLATED,
                children,
                new Estimate(curve.at(size), interval, Extrapolated.INVERSE_POWER_LAW, ""),
                ("Extrapolated: at about %d children of %s (%s), recall would reach %s (%s over resampled repeats). No"
                                + " more than %d were drawn; beyond them this is a fitted curve (inverse power law),"
                                + " not a measurement.")
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
                "It cannot be said how many children of %s a recall of %s takes: with all %d it is %s (%s), and %s."
                        .formatted(
                                rareClass,
                                score(target),
                                whole.size(),
                                score(all.value()),
                                range(all.interval()),
                                projection.map(this::limit).orElse("too few sizes were drawn to fit a curve")));
    }

    private String limit(Projection curve) {
        int farthest = FARTHEST * whole.size();
        return curve.law().rises()
                ? ("the fitted curve (inverse power law) is at %s (%s over resampled repeats) with %d, as far as it is"
                                + " followed")
                        .formatted(score(curve.at(farthest)), range(curve.interval(farthest)), farthest)
                : "it does not rise with the number of children";
    }

    /** Between what single draws of a size lie, by straight lines between the sizes drawn. */
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
