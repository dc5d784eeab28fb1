package org.facies.cli.table;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The width of what a command prints: that of the variable COLUMNS, otherwise of the terminal, otherwise 100 columns.
 */
public final class TerminalWidth {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    private TerminalWidth() {}

    // The launcher passes -Djdk.console=java.base, with which null still means "no terminal" from JDK 22 on.
    @SuppressWarnings("SystemConsoleNull")
    public static int of(CommandSpec spec) {
        OptionalInt terminal = System.console() == null
                ? OptionalInt.empty()
                : OptionalInt.of(spec.commandLine().getUsageHelpWidth());
        return of(Optional.ofNullable(System.getenv("COLUMNS")), terminal);
    }

    /**
     * The width.
     *
     * @param columns the variable COLUMNS
     * @param terminal its width, if a terminal is attached
     */
    static int of(Optional<String> columns, OptionalInt terminal) {
        return columns.map(String::strip)
                .filter(NUMBER.asMatchPredicate())
                .map(Integer::valueOf)
                .orElseGet(() -> terminal.orElse(TextTable.USUAL_WIDTH));
    }
}
