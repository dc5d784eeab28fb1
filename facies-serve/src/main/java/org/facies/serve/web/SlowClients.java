package org.facies.serve.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections that neither complete a request nor receive a part of an answer for some time. Single bytes, which
 * keep a connection from being idle, do not prevent this.
 */
final class SlowClients extends AbstractLifeCycle implements Connection.Listener {
    /** Number of checks within the allowed time. */
    private static final int LOOKS = 6;

    private final Map<Connection, Seen> seen = new ConcurrentHashMap<>();
    private final Scheduler scheduler;
    private final long everyMillis;

    SlowClients(Scheduler scheduler, Duration patience) {
        this.scheduler = scheduler;
        this.everyMillis = Math.max(1, patience.toMillis() / LOOKS);
    }

    /** The state of a connection at the last change, and the number of checks since then. */
    private record Seen(long requests, long bytesOut, int looks) {
        Seen next(Connection connection) {
            boolean moved = connection.getMessagesIn() != requests || connection.getBytesOut() != bytesOut;
            return new Seen(connection.getMessagesIn(), connection.getBytesOut(), moved ? 0 : looks + 1);
        }
    }

    @Override
    protected void doStart() {
        scheduler.schedule(this::look, everyMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        seen.replaceAll((connection, before) -> before.next(connection));
        seen.entrySet().stream()
                .filter(entry -> entry.getValue().looks() >= LOOKS)
                .forEach(entry -> entry.getKey().getEndPoint().close());
        if (isRunning()) {
            scheduler.schedule(this::look, everyMillis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void onOpened(Connection connection) {
        seen.put(connection, new Seen(0, 0, 0));
    }

    @Override
    public void onClosed(Connection connection) {
        seen.remove(connection);
    }
}
