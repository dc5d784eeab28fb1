package org.facies.calibration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.ResampledFigures;
import org.facies.metric.SubjectResamples;

/**
 * What scaling does to the probabilities of one model, over subjects, out of fold.
 *
 * @param before as the model gives them
 * @param byMethod with each method alone
 * @param after with the method that was chosen for each fold on the other folds
 * @param change after less before
 * @param fits what each fold was scaled with
 */
public record CalibrationEvaluation(
        CalibrationFigures before,
        Map<ScalingMethod, CalibrationFigures> byMethod,
        CalibrationFigures after,
        CalibrationFigures change,
        List<CrossFitting.Fit> fits,
        List<ReliabilityBin> reliabilityBefore,
        List<ReliabilityBin> reliabilityAfter) {
    private static final List<ScalingMethod> METHODS = List.of(ScalingMethod.TEMPERATURE, ScalingMethod.VECTOR);

    public CalibrationEvaluation {
        byMethod = Map.copyOf(byMethod);
        fits = List.copyOf(fits);
        reliabilityBefore = List.copyOf(reliabilityBefore);
        reliabilityAfter = List.copyOf(reliabilityAfter);
    }

    /**
     * Scales and measures.
     *
     * @param raw that have teachers
     * @param resamples of the same subjects
     */
    public static CalibrationEvaluation of(HeldOutSubjects raw, SubjectResamples resamples) {
        FoldFits fitted = new FoldFits(raw);
        CrossFitting chosen = CrossFitting.chosen(fitted);
        Map<List<CrossFitting.Fit>, HeldOutSubjects> variants = new LinkedHashMap<>();
        variants.put(List.of(), raw);
        METHODS.stream()
                .map(method -> CrossFitting.with(method, fitted))
                .forEach(alone -> variants.put(alone.fits(), alone.scaled()));
        variants.putIfAbsent(chosen.fits(), chosen.scaled());
        List<ResampledFigures> resampled = CalibrationFigures.resampled(List.copyOf(variants.values()), resamples);
        ResampledFigures before = resampled.get(0);
        ResampledFigures after = resampled.get(List.copyOf(variants.keySet()).indexOf(chosen.fits()));
        Map<ScalingMethod, CalibrationFigures> byMethod = new LinkedHashMap<>();
        for (int m = 0; m < METHODS.size(); m++) {
            byMethod.put(METHODS.get(m), CalibrationFigures.of(resampled.get(1 + m), 0));
        }
        return new CalibrationEvaluation(
                CalibrationFigures.of(before, 0),
                byMethod,
                CalibrationFigures.of(after, 0),
                CalibrationFigures.of(after.less(before), -1),
                chosen.fits(),
                ReliabilityBin.of(raw),
                ReliabilityBin.of(chosen.scaled()));
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("before", before);
        for (ScalingMethod method : ScalingMethod.values()) {
            if (byMethod.containsKey(method)) {
                json.put(method.key(), byMethod.get(method));
            }
        }
        json.put("after", after);
        json.put("change", change);
        json.put("fits", fits.stream().map(CalibrationEvaluation::json).toList());
        json.put("reliability_before", reliabilityBefore);
        json.put("reliability_after", reliabilityAfter);
        return json;
    }

    private static Map<String, Object> json(CrossFitting.Fit fit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fold", fit.fold());
        json.put("method", fit.method().key());
        if (fit.scaling() instanceof Scaling.Temperature scaling) {
            json.put("temperature", scaling.temperature());
        } else if (fit.scaling() instanceof Scaling.Vector scaling) {
            json.put("slope", scaling.slope());
            json.put("shift", scaling.shift());
        }
        return json;
    }
}
