package org.facies.serve.web.view;

import java.util.List;

/**
 * Instructions, and the questions that are asked once. The form has the fields {@code csrf}, {@code years},
 * {@code specialty} and {@code genetics} ({@code yes} or {@code no}).
 *
 * @param given the values that were sent and refused; all empty the first time
 * @param problems the reasons for the refusal; empty the first time
 */
public record ExperiencePage(
        Frame frame, String reader, ReadingSettings settings, Given given, List<Problem> problems) {
    public ExperiencePage {
        problems = List.copyOf(problems);
    }

    /** The fields as they were sent. */
    public record Given(String years, String specialty, String genetics) {}

    /** A field that cannot be used. */
    public enum Problem {
        /** Not a whole number from 0 to 80. */
        YEARS,
        /** Empty, or more than 80 characters. */
        SPECIALTY,
        /** Neither yes nor no. */
        GENETICS
    }
}
