package org.facies.serve.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.facies.serve.SampleStudy;
import org.facies.serve.SetClock;
import org.facies.serve.page.HtmlPages;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StudyReader;

/** A server of a sample study on a free port, with what a test wants to know of it. */
final class RunningStudy implements AutoCloseable {
    final SetClock clock;
    final ReadingStore store;
    final ReadingServer server;
    final List<String> said = new CopyOnWriteArrayList<>();

    private RunningStudy(SetClock clock, ReadingStore store, Exposure exposure, Limits limits) {
        this.clock = clock;
        this.store = store;
        this.server = ReadingServer.start(
                new ServerSettings(0, exposure, limits),
                new StudyRoom(store, new HtmlPages(), clock, "test"),
                said::add);
    }

    static RunningStudy in(Path folder) {
        return in(folder, 8, 2, Limits.USUAL);
    }

    static RunningStudy in(Path folder, int main, int practice, Limits limits) {
        SetClock clock = new SetClock();
        return new RunningStudy(
                clock, SampleStudy.in(folder, main, practice, clock.instant()), new Exposure.Loopback(), limits);
    }

    static RunningStudy exposed(Path folder, Exposure exposure) {
        SetClock clock = new SetClock();
        return new RunningStudy(clock, SampleStudy.in(folder, 8, 2, clock.instant()), exposure, Limits.USUAL);
    }

    /** The same folder again, as after a restart. */
    static RunningStudy again(Path folder, SetClock clock) {
        return new RunningStudy(
                clock, ReadingStore.open(folder, SampleStudy.random()), new Exposure.Loopback(), Limits.USUAL);
    }

    URI address() {
        return server.address();
    }

    StudyReader reader(String name) {
        return store.reader(name).orElseThrow();
    }

    String link(String reader) {
        return store.access().link(reader(reader).id(), clock.instant()).token();
    }

    Visitor stranger() {
        return new Visitor(address());
    }

    /** A reader in their browser, before the experience is given. */
    Visitor newcomer(String reader) {
        Visitor visitor = stranger();
        visitor.enter(link(reader), store, clock::instant);
        return visitor;
    }

    /** A reader in their browser, ready for the first case. */
    Visitor begun(String reader) {
        Visitor visitor = newcomer(reader);
        visitor.postForm("/read/experience", Map.of("years", "7", "specialty", "Pediatrics", "genetics", "yes"));
        return visitor;
    }

    Visitor researcher() {
        Visitor visitor = stranger();
        String link = server.researcherLink();
        visitor.enter(link.substring(link.lastIndexOf('/') + 1), store, clock::instant);
        return visitor;
    }

    /** Sends bytes as they are and reads to the end of the connection. */
    String raw(String... lines) {
        return sent(lines, in -> {
            List<String> answer = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answer.add(line);
            }
            return String.join("\n", answer);
        });
    }

    /** Sends bytes as they are and reads the first line of the answer. */
    String status(String... lines) {
        return sent(lines, BufferedReader::readLine);
    }

    private String sent(String[] lines, Reading reading) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            String request = List.of(lines).stream().collect(Collectors.joining("\r\n"));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return reading.of(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)));
        } catch (IOException lost) {
            throw new UncheckedIOException("no end of the answer to " + lines[0], lost);
        }
    }

    /** What is read of an answer. */
    @FunctionalInterface
    private interface Reading {
        String of(BufferedReader in) throws IOException;
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
