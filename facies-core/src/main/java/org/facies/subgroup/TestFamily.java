package org.facies.subgroup;

/**
 * The tests that are corrected together.
 *
 * @param role the models whose tests they are
 * @param tests number of defined tests
 * @param permutations of a test whose observed statistic is reached by few of the first 9,999
 */
public record TestFamily(Role role, int tests, int permutations) {
    private static final int FIRST = 9_999;

    /** A corrected p of 0.05 rests on this many permutations. */
    private static final int BELOW_SIGNIFICANCE = 20;

    private static final int MOST = 250_000;

    /** The models whose tests belong to the family. */
    public enum Role {
        /** The model that the report puts first. */
        PRIMARY,
        /** All other models together: a search for differences, not a test of one hypothesis. */
        SECONDARY
    }

    /**
     * A family with the number of permutations that it needs: {@code 20 · tests / 0.05}, at least 9,999 and at most
     * 250,000. The smallest corrected p is then 0.0025, and a corrected p of 0.05 rests on 20 permutations. With
     * 250,000 permutations, 10,000 tests can still reach significance.
     */
    static TestFamily of(Role role, int tests) {
        double needed = BELOW_SIGNIFICANCE * tests / GroupDifference.SIGNIFICANCE;
        return new TestFamily(role, tests, (int) Math.min(MOST, Math.max(FIRST, Math.ceil(needed))));
    }

    /** The number of permutations of every test. */
    static int first() {
        return FIRST;
    }
}
