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
 *     {@link #JACKKNIFE} or {@link #NONE}
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

    /** Symmetric in log odds, with the error of leaving out subjects: for areas under ROC curves. */
    public static final String JACKKNIFE = "subject-jackknife-logit";

    /** No interval is known to be right. */
    public static final String NONE = "none";

    public boolean isDefined() {
        return !Double.isNaN(value);
    }
}
