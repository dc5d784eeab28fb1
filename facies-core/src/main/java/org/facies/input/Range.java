package org.facies.input;

/** Checks that a number from the user is in its range. */
public final class Range {

    private Range() {}

    /**
     * Requires {@code least ≤ value ≤ most}.
     *
     * @param where the name of the setting
     * @throws BadInput if the value is outside, or NaN
     */
    public static void require(String where, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new BadInput(
                    where, String.valueOf(value), "is outside its range", "Give " + least + " to " + most + ".");
        }
    }
}
