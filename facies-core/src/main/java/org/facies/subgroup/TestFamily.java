package org.facies.subgroup;

/**
 * The tests that are corrected together.
 *
 * @param role whose tests they are
 * @param tests how many that are defined
 * @param permutations that a test goes through if few of the first 9,999 reach what was observed
 */
public record TestFamily(Role role, int tests, int permutations) {
    private static final int FIRST = 9_999;

    /** A corrected p of 0.05 is that of so many permutations. */
    private static final int BELOW_SIGNIFICANCE = 20;

    private static final int MOST = 250_000;

    /** Whose tests. */
    public enum Role {
        /** Of the model that the report's headline is about. */
        PRIMARY,
        /** Of all other models together: a search for differences, not a test of one claim. */
        SECONDARY
    }

    /**
     * A family with as many permutations as it needs: {@code 20 · tests / 0.05}, so that the smallest corrected p is
     * 0.0025, and one of 0.05 rests on 20 permutations, but at least 9,999 and at most 250,000, which 10,000 tests can
     * still reach significance with.
     */
    static TestFamily of(Role role, int tests) {
        double needed = BELOW_SIGNIFICANCE * tests / GroupDifference.SIGNIFICANCE;
        return new TestFamily(role, tests, (int) Math.min(MOST, Math.max(FIRST, Math.ceil(needed))));
    }

    /** The permutations that every test goes through. */
    static int first() {
        return FIRST;
    }
}
