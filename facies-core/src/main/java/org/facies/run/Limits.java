package org.facies.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * The range of a number in the study file.
 *
 * @param lower the lower end; negative infinity where there is none
 * @param includesLower whether the lower end belongs to the range
 * @param upper the upper end; infinity where there is none
 * @param includesUpper whether the upper end belongs to the range
 */
public record Limits(double lower, boolean includesLower, double upper, boolean includesUpper) {

    /** The limits of a key: {@code least} or {@code above}, and {@code most} or {@code below}. */
    static Limits of(JsonNode definition) {
        return new Limits(
                definition.has("least")
                        ? definition.get("least").doubleValue()
                        : definition.path("above").asDouble(Double.NEGATIVE_INFINITY),
                definition.has("least"),
                definition.has("most")
                        ? definition.get("most").doubleValue()
                        : definition.path("below").asDouble(Double.POSITIVE_INFINITY),
                definition.has("most"));
    }

    /** Whether no number is refused. */
    public boolean isOpen() {
        return lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY;
    }

    /** Whether a number is in the range; NaN never is, except in an open range. */
    public boolean allows(double value) {
        return isOpen()
                || ((includesLower ? value >= lower : value > lower)
                        && (includesUpper ? value <= upper : value < upper));
    }

    /** {@code from 0 to 1}, {@code above 0}, {@code of 2 or more}: to follow "a number". Empty for an open range. */
    public String words() {
        if (isOpen()) {
            return "";
        }
        if (upper == Double.POSITIVE_INFINITY) {
            return includesLower ? "of " + plain(lower) + " or more" : "above " + plain(lower);
        }
        if (includesLower && includesUpper) {
            return "from " + plain(lower) + " to " + plain(upper);
        }
        return (includesLower ? "of " + plain(lower) + " or more" : "above " + plain(lower))
                + (includesUpper ? " and at most " : " and below ")
                + plain(upper);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
