package org.facies.cli.terminal;

import java.io.Console;
import java.util.Optional;

/** The terminal of the user, if there is one. */
@FunctionalInterface
public interface Terminal {

    /** The typed reply without surrounding spaces; empty if there is no terminal. */
    Optional<String> answer(String prompt);

    /** The terminal that this process was started from. */
    // The launcher passes -Djdk.console=java.base, with which null still means "no terminal" from JDK 22 on.
    @SuppressWarnings("SystemConsoleNull")
    static Terminal console() {
        Console console = System.console();
        if (console == null) {
            return prompt -> Optional.empty();
        }
        return prompt -> Optional.ofNullable(console.readLine("%s", prompt)).map(String::strip);
    }
}
