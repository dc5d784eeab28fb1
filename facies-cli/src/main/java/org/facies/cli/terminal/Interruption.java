package org.facies.cli.terminal;

import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Lets the work finish its current step when the process is asked to end. A virtual machine that ends while a thread is
 * inside libtorch unloads the library under that thread and crashes.
 */
public final class Interruption {

    /** The longest step: that of the largest network on a slow machine. */
    private static final Duration LONGEST_STEP = Duration.ofMinutes(1);

    private final Thread waiting;

    private Interruption(Thread work) {
        this.waiting = new Thread(() -> stop(work), "interruption");
    }

    /** Makes the end of the process, for example by Ctrl-C, interrupt the thread and wait for it. */
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

    /** Whether the work ended before the process was asked to end; from then on nothing waits for it. */
    public boolean tooLate() {
        try {
            return Runtime.getRuntime().removeShutdownHook(waiting);
        } catch (IllegalStateException ending) {
            return false;
        }
    }

    /** Throws if the current thread was interrupted. */
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
