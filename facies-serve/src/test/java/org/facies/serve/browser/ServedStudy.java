package org.facies.serve.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.facies.progress.Progress;
import org.facies.serve.page.HtmlPages;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.web.Exposure;
import org.facies.serve.web.Limits;
import org.facies.serve.web.ReadingServer;
import org.facies.serve.web.ServerSettings;
import org.facies.serve.web.StudyRoom;

/** The real server in a process of its own, so that it can be killed. */
final class ServedStudy implements AutoCloseable {
    private final Path data;
    private int port;
    private Process process;

    ServedStudy(Path data) {
        this.data = data;
        start();
    }

    /** Serves a data folder until the process ends: {@code DATA PORT}. */
    public static void main(String[] arguments) throws InterruptedException {
        ReadingStore store = ReadingStore.open(Path.of(arguments[0]), new SecureRandom());
        StudyRoom room = new StudyRoom(store, new HtmlPages(), Clock.systemUTC(), "test");
        ReadingServer server = ReadingServer.start(
                new ServerSettings(Integer.parseInt(arguments[1]), new Exposure.Loopback(), Limits.USUAL),
                room,
                Progress.silent());
        System.out.println("port " + server.port());
        System.out.flush();
        Thread.currentThread().join();
    }

    private void start() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        ServedStudy.class.getName(),
                        data.toString(),
                        "" + port))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            process = builder.start();
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = lines.readLine();
            while (line != null && !line.startsWith("port ")) {
                line = lines.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("the server did not start");
            }
            port = Integer.parseInt(line.substring("port ".length()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends the process at once, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again where browsers expect it. */
    void restart() {
        start();
    }

    @Override
    public void close() {
        kill();
    }
}
