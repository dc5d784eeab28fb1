package org.facies.reading;

import java.util.List;

/**
 * The cases of a reader study and the seed of their order. {@link ReadingDraw} draws a plan once. It is stored and does
 * not change during the study.
 *
 * @param cases all cases, practice cases last
 * @param practice number of practice cases at the end of the list
 * @param seed of the orders
 * @param blockSize number of main cases and repeats between two breaks; 0 for no blocks
 * @param repeats number of cases that each reader sees twice
 */
public record ReadingPlan(List<ReadingCase> cases, int practice, long seed, int blockSize, int repeats) {
    public ReadingPlan {
        cases = List.copyOf(cases);
        if (practice < 0 || practice >= cases.size()) {
            throw new IllegalArgumentException(practice + " practice cases of " + cases.size());
        }
    }

    /** The number of cases that are analysed, without repeats. */
    public int mainCases() {
        return cases.size() - practice;
    }
}
