package org.facies.decision;

/**
 * Ages of the training children, without the youngest and the oldest of them.
 *
 * @param fromMonths at least 0
 * @param toMonths the last whole month, not below the first
 */
public record AgeRange(int fromMonths, int toMonths) {

    /** Whether an age lies in it. */
    public boolean contains(double ageMonths) {
        return ageMonths >= fromMonths && ageMonths < toMonths + 1;
    }
}
