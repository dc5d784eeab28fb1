package org.facies.serve.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.facies.input.BadInput;
import org.facies.progress.Progress;
import org.facies.serve.store.Link;

/**
 * A running server of one reader study.
 *
 * <pre>{@code
 * try (ReadingServer server = ReadingServer.start(settings, room, progress)) {
 *     System.out.println(server.researcherLink());
 *     stopped.await();
 * }
 * }</pre>
 */
public final class ReadingServer implements AutoCloseable {
    private static final int THREADS = 64;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);

    private final Server jetty;
    private final Javalin javalin;
    private final RouteTable table;
    private final StudyRoom room;
    private final PublicAddress address;

    private ReadingServer(ServerSettings settings, StudyRoom room, Progress terminal) {
        Connectors connectors = new Connectors(settings, room.clock().instant());
        Names names = connectors.names();
        Cookies cookies = new Cookies(names);
        Body body = new Body(settings.limits());
        Gate gate = new Gate(room, settings, names, cookies, body);
        Frames frames = new Frames(room);
        this.room = room;
        this.address = new PublicAddress();
        this.table = new RouteTable(
                new EntryRoutes(room, gate, cookies, frames),
                new ReaderRoutes(room, cookies, frames, body),
                new ResearcherRoutes(room, frames, body, address));
        this.javalin = Javalin.create(config -> configure(config, gate, new Errors(room, frames, gate, terminal)));
        this.jetty = jetty(settings, connectors, javalin.javalinServlet());
        address.set(connectors.address(port()));
    }

    private void configure(JavalinConfig config, Gate gate, Errors errors) {
        config.http.prefer405over404 = true;
        config.startup.showJavalinBanner = false;
        config.router.ignoreTrailingSlashes = false;
        config.routes.before(gate::first);
        config.routes.beforeMatched(gate::matched);
        table.register(config.routes);
        errors.register(config.routes);
    }

    private static Server jetty(ServerSettings settings, Connectors connectors, Servlet servlet) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("facies-serve");
        Server server = new Server(threads);
        ServerConnector connector = connectors.connector(server);
        server.addConnector(connector);
        connector.addBean(
                new SlowClients(server.getScheduler(), settings.limits().patience()));
        server.addBean(new NetworkConnectionLimit(settings.limits().connections(), server));
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.addServlet(new ServletHolder(servlet), "/*");
        server.setHandler(new GracefulHandler(context));
        server.setErrorHandler(new BareErrors());
        server.setStopTimeout(LAST_ANSWERS.toMillis());
        start(server, settings.port());
        return server;
    }

    private static void start(Server server, int port) {
        try {
            server.start();
        } catch (IOException refusal) {
            stop(server);
            BadInput told = new BadInput(
                    "port " + port,
                    "",
                    "cannot be used; another program may use it, or you may lack the permission",
                    "Choose another port with --port.");
            told.initCause(refusal);
            throw told;
        } catch (Exception bug) {
            stop(server);
            throw new IllegalStateException("the server did not start", bug);
        }
    }

    /** Starts to listen. */
    public static ReadingServer start(ServerSettings settings, StudyRoom room, Progress terminal) {
        return new ReadingServer(settings, room, terminal);
    }

    /** The port that the server listens on. */
    public int port() {
        return ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
    }

    /** The address without the path, as browsers use it; it does not end with a slash. */
    public URI address() {
        return address.root();
    }

    /** A new link for the researcher; the previous one ends. */
    public String researcherLink() {
        Link link = room.store().access().researcherLink(room.clock().instant());
        return address.link(link);
    }

    /** A new link for a reader; the previous one ends. */
    public String readerLink(long reader) {
        return address.link(room.store().access().link(reader, room.clock().instant()));
    }

    /** The routes of the server, for tests of their access. */
    List<Route> routes() {
        return table.routes();
    }

    /** The routes that Javalin has. */
    Javalin javalin() {
        return javalin;
    }

    /** Accepts no more requests, completes those that have begun, and stops. */
    @Override
    public void close() {
        stop(jetty);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the server did not stop", failed);
        }
    }
}
