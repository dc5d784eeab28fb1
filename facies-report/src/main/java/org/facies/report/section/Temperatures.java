package org.facies.report.section;

import java.util.List;
import java.util.Optional;
import org.facies.calibration.CalibrationEvaluation;
import org.facies.calibration.Scaling;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/**
 * The temperatures of the folds of one model.
 *
 * @param fitted those of folds that are scaled by a temperature, in the order of the folds
 */
record Temperatures(List<Scaling.Temperature> fitted) {
    Temperatures {
        fitted = List.copyOf(fitted);
    }

    static Temperatures of(List<CalibrationEvaluation.FoldScaling> fits) {
        return new Temperatures(fits.stream()
                .map(CalibrationEvaluation.FoldScaling::temperature)
                .flatMap(Optional::stream)
                .map(Scaling.Temperature::new)
                .toList());
    }

    /** The lowest and the highest with two decimals, or the one that there is; empty for none. */
    String range() {
        List<String> ends = fitted.stream()
                .map(Scaling.Temperature::temperature)
                .sorted()
                .map(Numbers::statistic)
                .distinct()
                .toList();
        return ends.size() < 2 ? String.join("", ends) : ends.get(0) + " to " + ends.get(ends.size() - 1);
    }

    /**
     * What it means that the search for a temperature ended at a bound.
     *
     * @return sentences; empty where no search did
     */
    String atBound(String model) {
        long highest = fitted.stream().filter(Scaling.Temperature::isHighest).count();
        long lowest = fitted.stream().filter(Scaling.Temperature::isLowest).count();
        String high = highest == 0
                ? ""
                : atBound(highest, "upper bound, " + Numbers.axis(Scaling.Temperature.HIGHEST))
                        + " It makes all classes almost equally probable, because on the children that it was fitted"
                        + " on, the probabilities of " + model + " say almost nothing about the diagnosis.";
        String low = lowest == 0
                ? ""
                : atBound(lowest, "lower bound, " + Numbers.axis(Scaling.Temperature.LOWEST))
                        + " It makes the most probable class almost certain, because " + model
                        + " was correct for all children that it was fitted on. Do not expect this certainty for other"
                        + " children.";
        return (high + " " + low).strip();
    }

    private String atBound(long count, String bound) {
        return "The temperature lies at the " + bound + ", of its search in " + count + " of "
                + Phrases.counted(fitted.size(), "fold") + ".";
    }
}
