package org.facies.power;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/**
 * What draws of growing size from one cohort gave.
 *
 * @param label which cohort
 * @param rareClass the class that is counted
 * @param points by size, rising
 * @param whole the whole cohort, evaluated once
 * @param extrapolated beyond the cohort; empty where no curve could be fitted
 */
public record PowerCurve(
        String label,
        String rareClass,
        List<SizePoint> points,
        WholeCohort whole,
        List<Extrapolated> extrapolated,
        Answer answer) {
    private static final RecordFormat<PowerCurve> FORMAT = RecordFormat.of(PowerCurve.class, Undefined.AS_NULL);

    public PowerCurve {
        points = List.copyOf(points);
        extrapolated = List.copyOf(extrapolated);
    }

    /** The curve as the command line prints it for other programs. */
    public ObjectNode json() {
        return FORMAT.write(this);
    }
}
