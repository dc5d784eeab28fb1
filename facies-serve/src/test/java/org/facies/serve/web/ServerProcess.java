package org.facies.serve.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import org.facies.serve.page.HtmlPages;
import org.facies.serve.store.ReadingStore;

/** A server in a process of its own, to be killed. */
public final class ServerProcess {
    private static final Limits GENEROUS = new Limits(
            64_000,
            8000,
            512,
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            1_000_000,
            1_000_000,
            1_000_000,
            1_000_000,
            1_000_000,
            1_000_000);

    private final Process process;
    private final URI address;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** In the child: serves the study of a folder until the process ends. */
    public static void main(String[] args) throws InterruptedException {
        ReadingStore store = ReadingStore.open(Path.of(args[0]), new SecureRandom());
        ReadingServer server = ReadingServer.start(
                new ServerSettings(0, new Exposure.Loopback(), GENEROUS),
                new StudyRoom(store, new HtmlPages(), Clock.systemUTC(), "test"),
                System.err::println);
        System.out.println(server.address());
        Thread.sleep(Duration.ofHours(1).toMillis());
    }

    static ServerProcess start(Path folder) throws IOException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        folder.toString())
                .redirectError(said.toFile())
                .start();
        Scanner out = new Scanner(process.getInputStream(), StandardCharsets.UTF_8);
        if (!out.hasNextLine()) {
            throw new IllegalStateException("the server did not start: " + Files.readString(said));
        }
        return new ServerProcess(process, URI.create(out.nextLine()));
    }

    URI address() {
        return address;
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server outlived its killing");
        }
    }
}
