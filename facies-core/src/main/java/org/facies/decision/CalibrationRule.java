package org.facies.decision;

import java.util.List;
import java.util.Optional;
import org.facies.calibration.Scaling;
import org.facies.calibration.ScalingMethod;
import org.facies.schema.OmitEmpty;

/**
 * How probabilities are scaled. With {@code p} limited to 1e-12 from below: {@code softmax(ln p / temperature)}, or
 * {@code softmax(slope · ln p + shift)} class by class, or left as they are (Guo, Pleiss, Sun and Weinberger 2017).
 *
 * @param temperature above 0; only for temperature scaling
 * @param slope one number for each class; only for vector scaling
 * @param shift one number for each class; only for vector scaling
 */
public record CalibrationRule(
        ScalingMethod method,
        Optional<Double> temperature,
        @OmitEmpty List<Double> slope,
        @OmitEmpty List<Double> shift) {

    public CalibrationRule {
        slope = List.copyOf(slope);
        shift = List.copyOf(shift);
    }

    /** The rule that applies a fitted scaling. */
    static CalibrationRule of(Scaling scaling) {
        if (scaling instanceof Scaling.Temperature fitted) {
            return new CalibrationRule(
                    ScalingMethod.TEMPERATURE, Optional.of(fitted.temperature()), List.of(), List.of());
        }
        if (scaling instanceof Scaling.Vector fitted) {
            return new CalibrationRule(ScalingMethod.VECTOR, Optional.empty(), fitted.slope(), fitted.shift());
        }
        return new CalibrationRule(ScalingMethod.NONE, Optional.empty(), List.of(), List.of());
    }

    /** What the rule does to probabilities. */
    public Scaling scaling() {
        return switch (method) {
            case NONE -> new Scaling.Identity();
            case TEMPERATURE -> new Scaling.Temperature(temperature.orElseThrow());
            case VECTOR -> new Scaling.Vector(slope, shift);
        };
    }

    /** Whether it has the numbers that its method needs, for so many classes. */
    public boolean isComplete(int classes) {
        return switch (method) {
            case NONE -> true;
            case TEMPERATURE -> temperature.filter(t -> t > 0).isPresent();
            case VECTOR -> slope.size() == classes && shift.size() == classes;
        };
    }
}
