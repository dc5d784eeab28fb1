package org.facies.cli.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * One line of progress: task, per cent, bar, steps, time, note. If the line is too narrow, it lacks the number of
 * steps, then the time, then the last parts of the note, which are separated by commas; no part is cut.
 */
final class ProgressLine implements ProgressBarRenderer {
    private static final int LEAST_BAR = 6;
    private static final int MOST_BAR = 25;
    private static final String SEPARATOR = ", ";

    private final char full;

    /** @param full the sign for what is done */
    ProgressLine(char full) {
        this.full = full;
    }

    @Override
    public String render(ProgressState state, int columns) {
        Duration elapsed = state.getTotalElapsed();
        return line(state.getTaskName(), state.getCurrent(), state.getMax(), elapsed, state.getExtraMessage(), columns);
    }

    /** The line; steps are not counted if there are none or their number is not known. */
    String line(String task, long done, long steps, Duration elapsed, String note, int columns) {
        double share = steps > 0 ? Math.min(1, (double) done / steps) : 0;
        String head = steps > 0 ? task + " " + (int) (100 * share) + " %" : task;
        List<String> notes = new ArrayList<>(note.isEmpty() ? List.of() : List.of(note.split(SEPARATOR)));
        String count = steps > 0 ? " " + done + "/" + steps : "";
        String time = " (" + clock(elapsed) + left(share, elapsed) + ")";
        int room = columns - head.length() - LEAST_BAR - 3;
        String tail = tail(count + time, notes);
        if (tail.length() > room) {
            tail = tail(time, notes);
        }
        if (tail.length() > room) {
            tail = tail("", notes);
        }
        while (tail.length() > room && !notes.isEmpty()) {
            notes.remove(notes.size() - 1);
            tail = tail("", notes);
        }
        return head + " " + bar(share, room - tail.length() + LEAST_BAR) + tail;
    }

    private static String tail(String counts, List<String> notes) {
        return notes.isEmpty() ? counts : counts + " " + String.join(SEPARATOR, notes);
    }

    private String bar(double share, int room) {
        int length = Math.max(LEAST_BAR, Math.min(MOST_BAR, room));
        int filled = (int) (share * length);
        return "[" + String.valueOf(full).repeat(filled) + " ".repeat(length - filled) + "]";
    }

    private static String left(double share, Duration elapsed) {
        return share > 0 ? " / " + clock(Duration.ofMillis((long) (elapsed.toMillis() * (1 - share) / share))) : "";
    }

    private static String clock(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
