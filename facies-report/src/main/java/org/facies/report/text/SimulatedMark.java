package org.facies.report.text;

/** The mark of simulated readers, so that their answers are not mistaken for those of people. */
public final class SimulatedMark {
    /** The note on a page with simulated readers. */
    public static final String SENTENCE =
            "Readers marked “simulated” are not people: a program generated their answers. Their results say nothing"
                    + " about clinicians.";

    /** The short note in a figure or next to a table. */
    public static final String BRIEF = "Simulated readers: programs, not people.";

    /** Name of the CSV column that marks simulated readers; every row contains {@link #YES}. */
    public static final String COLUMN = "simulated_readers";

    /** The value of {@link #COLUMN}. */
    public static final String YES = "true";

    private static final String WORD = " (simulated)";

    private SimulatedMark() {}

    /** The name of a simulated reader with the mark, as it is shown everywhere. */
    public static String of(String name) {
        return name + WORD;
    }
}
