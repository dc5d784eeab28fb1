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
 * What scaling does to the probabilities of one model, over subjects, out of fold.
 *
 * @param before as the model gives them
 * @param temperature with temperature scaling alone
 * @param vector with vector scaling alone
 * @param after with the method that was chosen for each fold on the other folds
 * @param change after less before
 * @param fits what each fold was scaled with
 * @param reliabilityBefore bins of the top label, as the model gives the probabilities
 * @param reliabilityAfter the same after scaling
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
     * What the subjects of a fold were scaled with.
     *
     * @param temperature of temperature scaling; empty for another method
     * @param slope of vector scaling, one a class; empty for another method
     * @param shift likewise
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
     * Scales and measures.
     *
     * @param raw that have a fitting set
     * @param resamples shared with other models of the same subjects
     */
    public static CalibrationEvaluation of(HeldOutSubjects raw, SharedResamples resamples) {
        FoldFits fitted = new FoldFits(raw);
        return of(fitted, CrossFitting.chosen(fitted), resamples);
    }

    /**
     * The same, with what was fitted already.
     *
     * @param chosen of these fits
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
