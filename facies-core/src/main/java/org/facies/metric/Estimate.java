package org.facies.metric;

import org.facies.schema.Inline;
import org.facies.schema.OmitEmpty;
import org.facies.statistic.Interval;

/**
 * A metric with its 95 % interval.
 *
 * @param value NaN (null in JSON) where it is undefined
 * @param interval {@link Interval#UNDEFINED} where there is none
 * @param method where the interval comes from: {@link #WILSON}, {@link #BOOTSTRAP}, {@link #BCA},
 *     {@link #MIRRORED}, {@link #JACKKNIFE} or {@link #NONE}
 * @param reason why the value or the interval is undefined; empty when both are defined
 */
public record Estimate(
        double value,
        @Inline Interval interval,
        String method,
        @OmitEmpty String reason) {
    /** Wilson's score interval over subjects. */
    public static final String WILSON = "wilson";

    /** Percentiles over resampled subjects, drawn within their class. */
    public static final String BOOTSTRAP = "subject-bootstrap";

    /** Bias-corrected and accelerated, over the same resamples. */
    public static final String BCA = "subject-bootstrap-bca";

    /** Percentiles mirrored at the value (Davison and Hinkley 1997, section 5.2.1): for calibration errors. */
    public static final String MIRRORED = "subject-bootstrap-basic";

    /** Symmetric in log odds, with the error of leaving out subjects: for areas under ROC curves. */
    public static final String JACKKNIFE = "subject-jackknife-logit";

    /** No interval is known to be correct. */
    public static final String NONE = "none";

    /** A metric that a file of an earlier version does not have. */
    public static final Estimate OF_LATER_VERSIONS = new Estimate(
            Double.NaN,
            Interval.UNDEFINED,
            NONE,
            "the file is of an earlier version of Facies, which did not compute it");

    public boolean isDefined() {
        return !Double.isNaN(value);
    }
}
