package org.facies.report.text;

/** By which nobody takes the answers of a program for those of people. */
public final class SimulatedMark {
    /** What stands on a page with simulated readers. */
    public static final String SENTENCE = "Readers marked “simulated” are not people: a program made their answers,"
            + " and their results say nothing about clinicians.";

    /** What stands in a figure or next to a table, where there is little room. */
    public static final String BRIEF = "Simulated readers: a program answered, no person.";

    /** The column of a table of numbers with simulated readers; every row has {@link #YES} in it. */
    public static final String COLUMN = "simulated_readers";

    /** The value of {@link #COLUMN}. */
    public static final String YES = "true";

    private static final String WORD = " (simulated)";

    private SimulatedMark() {}

    /** The name of a simulated reader, wherever it is shown. */
    public static String of(String name) {
        return name + WORD;
    }
}
