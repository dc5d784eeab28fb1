package org.facies.cohort;

import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The age bands by which results are broken down. */
public enum AgeBand {
    INFANT("0-2y", 0, 2),
    PRESCHOOL("2-6y", 2, 6),
    SCHOOL("6-12y", 6, 12),
    ADOLESCENT("12-18y", 12, 18),
    ADULT("18y+", 18, Double.POSITIVE_INFINITY);

    /** 120 years in months, the greatest age that is accepted. */
    static final double OLDEST_MONTHS = 1440;

    private static final int MONTHS_PER_YEAR = 12;

    private final String label;
    private final int fromYears;
    private final double belowYears;

    AgeBand(String label, int fromYears, double belowYears) {
        this.label = label;
        this.fromYears = fromYears;
        this.belowYears = belowYears;
    }

    /** The label, for example {@code "2-6y"}: from the second birthday to the day before the sixth. */
    public String label() {
        return label;
    }

    /**
     * The band with this label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AgeBand labelled(String label) {
        return Stream.of(values())
                .filter(band -> band.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no age band " + label));
    }

    /** The first month of the band. */
    public int fromMonths() {
        return fromYears * MONTHS_PER_YEAR;
    }

    /** The first month after the band; {@link #OLDEST_MONTHS} for the last band. */
    public int belowMonths() {
        return (int) Math.min(OLDEST_MONTHS, belowYears * MONTHS_PER_YEAR);
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
     * The age in a cell of the column {@code age_months}: a number from 0 to 1440 with a decimal point; otherwise
     * empty.
     */
    public static OptionalDouble monthsOf(String cell) {
        OptionalDouble number = cell.indexOf(',') < 0 ? AgeCell.number(cell) : OptionalDouble.empty();
        return number.stream()
                .filter(months -> months >= 0 && months <= OLDEST_MONTHS)
                .findFirst();
    }
}
