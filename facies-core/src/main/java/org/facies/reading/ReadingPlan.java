package org.facies.reading;

import java.util.List;

/**
 * The cases of a reader study, and the order in which each reader sees them. A plan is drawn once, by {@link
 * ReadingDraw}, and stored: it never changes while readers read.
 *
 * @param cases everyone who is shown to anyone, practice cases last
 * @param practice how many of them, at the end of the list, are for practice
 * @param seed that the orders are drawn from
 * @param blockSize cases of the main part and repeats between two breaks; 0 for no blocks
 * @param repeats how many cases each reader sees twice
 */
public record ReadingPlan(List<ReadingCase> cases, int practice, long seed, int blockSize, int repeats) {
    public ReadingPlan {
        cases = List.copyOf(cases);
        if (practice < 0 || practice >= cases.size()) {
            throw new IllegalArgumentException(practice + " practice cases of " + cases.size());
        }
    }

    /** How many cases are analysed; repeats do not count. */
    public int mainCases() {
        return cases.size() - practice;
    }
}
