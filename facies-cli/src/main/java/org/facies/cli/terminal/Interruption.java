package org.facies.cli.terminal;

import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Lets the work come to the end of its present step when the process is told to end. A virtual machine that ends while
 * a thread is inside libtorch takes the library apart under it and crashes.
 */
public final class Interruption {

    /** A step of the largest network on a slow machine. */
    private static final Duration LONGEST_STEP = Duration.ofMinutes(1);

    private final Thread waiting;

    private Interruption(Thread work) {
        this.waiting = new Thread(() -> stop(work), "interruption");
    }

    /** From now on the end of the process, as by Ctrl-C, interrupts the thread and waits for it. */
    public static Interruption of(Thread work) {
        Interruption interruption = new Interruption(work);
        Runtime.getRuntime().addShutdownHook(interruption.waiting);
        return interruption;
    }

    private static void stop(Thread work) {
        work.interrupt();
        try {
            work.join(LONGEST_STEP.toMillis());
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the work is over without the process having been told to end; from then on nothing waits for it. */
    public boolean tooLate() {
        try {
            return Runtime.getRuntime().removeShutdownHook(waiting);
        } catch (IllegalStateException ending) {
            return false;
        }
    }

    /** Ends the work here if its thread was interrupted. */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }

    public static boolean isCauseOf(Throwable thrown) {
        return Thread.currentThread().isInterrupted()
                || Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                        .anyMatch(cause -> cause instanceof InterruptedException
                                || cause instanceof CancellationException
                                || cause instanceof ClosedByInterruptException);
    }
}
