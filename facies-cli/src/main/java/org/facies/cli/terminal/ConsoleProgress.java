package org.facies.cli.terminal;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.facies.cli.table.TerminalWidth;
import org.facies.progress.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Progress on stderr: on a terminal, a moving bar with the time left; elsewhere, a line every 30 seconds. An
 * interrupted command stops at the next step that is reported here.
 */
public final class ConsoleProgress implements Progress {
    private static final int TERMINAL_INTERVAL_MILLIS = 200;
    private static final int LOG_INTERVAL_MILLIS = 30_000;
    private static final int WIDTH = 120;

    private final PrintStream err;
    private final boolean terminal;

    // The launcher passes -Djdk.console=java.base, with which null still means "no terminal" from JDK 22 on.
    @SuppressWarnings("SystemConsoleNull")
    public ConsoleProgress() {
        this(System.err, System.console() != null);
    }

    ConsoleProgress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void say(String line) {
        err.println(line);
    }

    @Override
    public Bar start(String task, long steps) {
        return new Console(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setRenderer(new ProgressLine(terminal ? '█' : '='))
                .setUpdateIntervalMillis(terminal ? TERMINAL_INTERVAL_MILLIS : LOG_INTERVAL_MILLIS)
                .setConsumer(terminal ? new ConsoleProgressBarConsumer(err, width()) : lines())
                .build());
    }

    /** At most {@value #WIDTH} columns. The last column stays free, because some terminals wrap a full line. */
    private static int width() {
        CommandLine line = new CommandLine(CommandSpec.create()).setUsageHelpAutoWidth(true);
        return Math.min(WIDTH, TerminalWidth.of(line.getCommandSpec()) - 1);
    }

    private DelegatingProgressBarConsumer lines() {
        return new DelegatingProgressBarConsumer(err::println, WIDTH);
    }

    private record Console(ProgressBar bar) implements Bar {
        @Override
        public void at(long step, String note) {
            Interruption.check();
            bar.stepTo(step);
            bar.setExtraMessage(note);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
