package org.facies.cohort;

import java.util.OptionalDouble;

/** The age bands in which results are broken down. */
public enum AgeBand {
    INFANT("0-2y", 2),
    PRESCHOOL("2-6y", 6),
    SCHOOL("6-12y", 12),
    ADOLESCENT("12-18y", 18),
    ADULT("18y+", Double.POSITIVE_INFINITY);

    /** 120 years; nobody whose face is studied is older. */
    static final double OLDEST_MONTHS = 1440;

    private static final int MONTHS_PER_YEAR = 12;

    private final String label;
    private final double belowYears;

    AgeBand(String label, double belowYears) {
        this.label = label;
        this.belowYears = belowYears;
    }

    /** For example {@code "2-6y"}: from the second birthday to the day before the sixth. */
    public String label() {
        return label;
    }

    /**
     * The band of an age.
     *
     * @param ageMonths not negative
     */
    public static AgeBand of(double ageMonths) {
        for (AgeBand band : values()) {
            if (ageMonths < band.belowYears * MONTHS_PER_YEAR) {
                return band;
            }
        }
        throw new IllegalArgumentException("not an age: " + ageMonths);
    }

    /**
     * The age that a cell of the column {@code age_months} states, if it is one: a number from 0 to 1440, with a point.
     */
    public static OptionalDouble monthsOf(String cell) {
        OptionalDouble number = cell.indexOf(',') < 0 ? AgeCell.number(cell) : OptionalDouble.empty();
        return number.stream()
                .filter(months -> months >= 0 && months <= OLDEST_MONTHS)
                .findFirst();
    }
}
