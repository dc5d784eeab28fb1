package org.facies.cli.command;

/** Exit codes of commands that did not do their work; 0 means done. */
public final class ExitCode {

    /** Wrong usage, or no command. */
    public static final int USAGE = 1;

    /** Wrong input. */
    public static final int BAD_INPUT = 2;

    public static final int BUG = 3;

    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
