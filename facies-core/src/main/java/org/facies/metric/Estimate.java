package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facies.statistic.Interval;

/**
 * A figure with its 95 % interval.
 *
 * @param value NaN (null in JSON) where it is undefined
 * @param interval {@link Interval#UNDEFINED} where there is none
 * @param method where the interval comes from: {@link #WILSON}, {@link #BOOTSTRAP}, {@link #BCA},
 *     {@link #JACKKNIFE} or {@link #NONE}
 * @param reason why the value or the interval is undefined; empty when both are defined
 */
public record Estimate(double value, Interval interval, String method, String reason) {
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

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", JsonNumber.orNull(value));
        json.put("low", JsonNumber.orNull(interval.low()));
        json.put("high", JsonNumber.orNull(interval.high()));
        json.put("method", method);
        if (!reason.isEmpty()) {
            json.put("reason", reason);
        }
        return json;
    }
}
