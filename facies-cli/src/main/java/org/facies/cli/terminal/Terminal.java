package org.facies.cli.terminal;

import java.io.Console;
import java.util.Optional;

/** Whoever sits at the terminal, if there is one. */
@FunctionalInterface
public interface Terminal {

    /** What is typed in reply, without spaces around it; empty if nobody can be asked. */
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
