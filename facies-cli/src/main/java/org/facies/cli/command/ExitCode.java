package org.facies.cli.command;

/** What a command ends with where it did not do its work; 0 is done. */
public final class ExitCode {

    /** Wrong usage, or no command. */
    public static final int USAGE = 1;

    /** Something in the input is wrong. */
    public static final int BAD_INPUT = 2;

    public static final int BUG = 3;

    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
