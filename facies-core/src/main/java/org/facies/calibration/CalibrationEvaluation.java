package org.facies.calibration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.FigureEstimates;
import org.facies.metric.FigureSet;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.SharedResamples;

/**
 * The effect of calibration on the probabilities of one model, over subjects, out of fold.
 *
 * @param before metrics of the probabilities from the model
 * @param temperature metrics with temperature scaling in every fold
 * @param vector metrics with vector scaling in every fold
 * @param after metrics with the method that was selected for each fold on the other folds
 * @param change {@code after} minus {@code before}
 * @param fits method and parameters for each fold
 * @param reliabilityBefore bins of the answers by confidence, before calibration
 * @param reliabilityAfter the same after calibration
 */
public record CalibrationEvaluation(
        CalibrationFigures before,
        CalibrationFigures temperature,
        CalibrationFigures vector,
        CalibrationFigures after,
        CalibrationFigures change,
        List<FoldScaling> fits,
        List<ReliabilityBin> reliabilityBefore,
        List<ReliabilityBin> reliabilityAfter) {
    private static final List<ScalingMethod> METHODS = List.of(ScalingMethod.TEMPERATURE, ScalingMethod.VECTOR);

    /**
     * Method and parameters that calibrated the subjects of a fold.
     *
     * @param temperature of temperature scaling; empty for another method
     * @param slope of vector scaling, one for each class; empty for another method
     * @param shift of vector scaling, one for each class; empty for another method
     */
    public record FoldScaling(
            int fold,
            ScalingMethod method,
            Optional<Double> temperature,
            Optional<List<Double>> slope,
            Optional<List<Double>> shift) {

        static FoldScaling of(CrossFitting.Fit fit) {
            Optional<Scaling> scaling = Optional.of(fit.scaling());
            Optional<Scaling.Vector> vector =
                    scaling.filter(Scaling.Vector.class::isInstance).map(Scaling.Vector.class::cast);
            return new FoldScaling(
                    fit.fold(),
                    fit.method(),
                    scaling.filter(Scaling.Temperature.class::isInstance)
                            .map(one -> ((Scaling.Temperature) one).temperature()),
                    vector.map(Scaling.Vector::slope),
                    vector.map(Scaling.Vector::shift));
        }
    }

    public CalibrationEvaluation {
        fits = List.copyOf(fits);
        reliabilityBefore = List.copyOf(reliabilityBefore);
        reliabilityAfter = List.copyOf(reliabilityAfter);
    }

    /**
     * Calibrates the probabilities and computes the metrics.
     *
     * @param raw that have a fitting set
     * @param resamples shared with other models of the same subjects
     */
    public static CalibrationEvaluation of(HeldOutSubjects raw, SharedResamples resamples) {
        FoldFits fitted = new FoldFits(raw);
        return of(fitted, CrossFitting.chosen(fitted), resamples);
    }

    /**
     * The same with existing fits.
     *
     * @param chosen the calibration that was selected from these fits
     */
    public static CalibrationEvaluation of(FoldFits fitted, CrossFitting chosen, SharedResamples resamples) {
        HeldOutSubjects raw = fitted.raw();
        Map<List<CrossFitting.Fit>, HeldOutSubjects> variants = new LinkedHashMap<>();
        variants.put(List.of(), raw);
        METHODS.stream()
                .map(method -> CrossFitting.with(method, fitted))
                .forEach(alone -> variants.put(alone.fits(), alone.scaled()));
        variants.putIfAbsent(chosen.fits(), chosen.scaled());
        List<FigureEstimates> estimates = variants.values().stream()
                .map(variant -> FigureEstimates.of(variant, FigureSet.PROBABILITIES, resamples))
                .toList();
        FigureEstimates before = estimates.get(0);
        FigureEstimates after = estimates.get(List.copyOf(variants.keySet()).indexOf(chosen.fits()));
        return new CalibrationEvaluation(
                CalibrationFigures.of(before::get),
                CalibrationFigures.of(estimates.get(1)::get),
                CalibrationFigures.of(estimates.get(2)::get),
                CalibrationFigures.of(after::get),
                CalibrationFigures.of(metric -> after.less(before, metric)),
                chosen.fits().stream().map(FoldScaling::of).toList(),
                ReliabilityBin.of(raw),
                ReliabilityBin.of(chosen.scaled()));
    }
}
