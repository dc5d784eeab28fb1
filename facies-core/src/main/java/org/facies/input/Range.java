package org.facies.input;

/** Refuses a number that the user chose where it lies outside its range. */
public final class Range {

    private Range() {}

    /**
     * Does nothing where {@code least ≤ value ≤ most}.
     *
     * @param where the setting, as the user knows it
     * @throws BadInput if the value is outside, or not a number
     */
    public static void require(String where, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new BadInput(
                    where, String.valueOf(value), "is outside its range", "Give " + least + " to " + most + ".");
        }
    }
}
