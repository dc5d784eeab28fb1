package org.facies.input;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Wrong input from the user. The command ends with exit code 2 and prints {@link #getMessage()} without a stack trace.
 * Any other exception is a bug.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public BadInput(String where, String value, String what, String remedy) {
        this(List.of(new Problem(where, value, what, remedy)));
    }

    /** @param problems everything that is wrong, at least one */
    public BadInput(List<Problem> problems) {
        super(problems.stream().map(Problem::sentence).collect(Collectors.joining(System.lineSeparator())));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problem");
        }
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
