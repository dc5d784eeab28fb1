package org.facies.serve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.reading.Arm;
import org.facies.reading.Presentation;
import org.facies.reading.ReadingOrder;
import org.facies.reading.Submission;
import org.facies.serve.browser.ScriptedAnswers.Answer;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StudyReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five readers, 60 children each, with keys alone; browsers and servers are killed meanwhile. */
@Tag("browser")
class FiveReadersTest {
    private static final int CASES = 69;

    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();
    private ReadingStore store;
    private ServedStudy server;

    @BeforeEach
    void serve() {
        Chromium.shared();
        Path data = folder.resolve("data");
        store = SyntheticChildren.store(data, SyntheticChildren.fiveReaders(), Clock.systemUTC());
        server = new ServedStudy(data);
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
    }

    @Test
    void no_answer_is_lost_doubled_or_mixed_up_and_nothing_tells_what_readers_must_not_know() {
        Instant before = Instant.now();
        List<Recorder.Received> received = new ArrayList<>();
        received.addAll(readWhileTheServerIsKilled("R1", List.of(20, 35, 50)));
        received.addAll(readInABrowserThatIsKilled("R2"));
        received.addAll(readWhileTheServerIsKilled("R3", List.of()));
        received.addAll(readWhileTheServerIsKilled("R4", List.of()));
        received.addAll(readWhileTheServerIsKilled("R5", List.of()));

        double seconds = 0;
        for (StudyReader reader : store.readers()) {
            boolean isSequential = reader.arm() == Arm.SEQUENTIAL;
            assertThat(reader.answers()).as(reader.name()).hasSize(isSequential ? 2 * CASES : CASES);
            assertThat(reader.answers()).allSatisfy(answer -> isAsScripted(reader, answer));
            seconds +=
                    reader.answers().stream().mapToDouble(Submission::seconds).sum();
        }
        assertThat(seconds)
                .isLessThan(java.time.Duration.between(before, Instant.now()).toMillis() / 1000.0);
        assertThat(faults).isEmpty();
        tellsNothing(received);
        ordersDifferAndAreThoseOfTheProtocol();
        new ScriptedMetrics(store).requireThoseOfTheScript(folder);
    }

    private List<Recorder.Received> readWhileTheServerIsKilled(String name, List<Integer> kills) {
        StudyReader reader = store.reader(name).orElseThrow();
        try (BrowserContext context = Chromium.shared().newContext()) {
            Recorder recorder = new Recorder(context);
            Visitor visitor = entered(context, reader);
            ReaderAtKeyboard keyboard = new ReaderAtKeyboard(visitor.page(), reader, script());
            int given = 0;
            for (int kill : kills) {
                keyboard.read(kill - given);
                answerWhileTheServerIsDown(visitor.page(), keyboard);
                given = kill + 1;
            }
            keyboard.read(Integer.MAX_VALUE);
            faults.addAll(visitor.faults());
            return recorder.received();
        }
    }

    /** The answer waits in the page, which says so, and arrives once. */
    private void answerWhileTheServerIsDown(Page page, ReaderAtKeyboard keyboard) {
        page.waitForSelector("#faces img");
        server.kill();
        keyboard.typeOnly();
        page.keyboard().press("Enter");
        page.waitForSelector("#waiting:not([hidden])");
        assertThat(page.innerText("#waiting")).startsWith("1 answer waits to be sent.");
        server.restart();
        page.waitForSelector(
                "#waiting[hidden]",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }

    private List<Recorder.Received> readInABrowserThatIsKilled(String name) {
        StudyReader reader = store.reader(name).orElseThrow();
        List<Recorder.Received> received = new ArrayList<>();
        Browser victim = Chromium.another();
        BrowserContext context = victim.newContext();
        Recorder recorder = new Recorder(context);
        Visitor visitor = entered(context, reader);
        new ReaderAtKeyboard(visitor.page(), reader, script()).read(33);
        received.addAll(recorder.received());
        kill(victim);

        try (BrowserContext elsewhere = Chromium.shared().newContext()) {
            Recorder second = new Recorder(elsewhere);
            Visitor again = new Visitor(elsewhere);
            again.enter(link(reader));
            again.page().waitForSelector("#faces img");
            assertThat(again.page().innerText("#count")).isEqualTo("33 von 69 vollständig");
            new ReaderAtKeyboard(again.page(), reader, script()).read(Integer.MAX_VALUE);
            received.addAll(second.received());
            faults.addAll(again.faults());
        }
        return received;
    }

    /** As {@code kill -9} does, by the id of the browser's process. */
    private static void kill(Browser browser) {
        JsonObject told = browser.newBrowserCDPSession().send("SystemInfo.getProcessInfo");
        long id = told.getAsJsonArray("processInfo").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(process -> process.get("type").getAsString().equals("browser"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .getAsLong();
        ProcessHandle process = ProcessHandle.of(id).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private Visitor entered(BrowserContext context, StudyReader reader) {
        Visitor visitor = new Visitor(context);
        visitor.enter(link(reader));
        visitor.tellExperience();
        return visitor;
    }

    private String link(StudyReader reader) {
        return server.address() + "/i/"
                + store.access().link(reader.id(), Instant.now()).token();
    }

    private ScriptedAnswers script() {
        return new ScriptedAnswers(store.study());
    }

    private void isAsScripted(StudyReader reader, Submission stored) {
        Presentation shown = reader.presentations().get(stored.position() - 1);
        assertThat(new Answer(stored.choice(), stored.confidence(), stored.comment()))
                .as("%s position %d", reader.name(), stored.position())
                .isEqualTo(script().of(reader.name(), shown, stored.step()));
        assertThat(stored.seconds()).isBetween(0.001, 60.0);
    }

    private void tellsNothing(List<Recorder.Received> received) {
        assertThat(received.stream().filter(one -> one.mediaType().equals("image/jpeg")))
                .hasSizeGreaterThan(5 * CASES);
        List<String> secrets = Stream.of(
                        Stream.of(SyntheticChildren.SECRET, "fold", "williams-beuren", "repeat\""),
                        SyntheticChildren.pictureFiles().stream(),
                        SyntheticChildren.hashes().stream())
                .flatMap(one -> one)
                .toList();
        List<Recorder.Received> told = received.stream()
                .filter(one -> !one.address().contains("/asset/"))
                .toList();
        assertThat(Recorder.holding(told, secrets)).isEmpty();
        assertThat(Recorder.holding(received, List.of(SyntheticChildren.SECRET)))
                .isEmpty();
        assertThat(told.stream().filter(one -> one.mediaType().startsWith("application/json")))
                .hasSizeGreaterThan(400);
    }

    private void ordersDifferAndAreThoseOfTheProtocol() {
        List<List<Integer>> orders = store.readers().stream()
                .map(reader -> reader.presentations().stream()
                        .map(Presentation::caseNumber)
                        .toList())
                .toList();
        assertThat(orders).doesNotHaveDuplicates();
        for (StudyReader reader : store.readers()) {
            assertThat(reader.presentations())
                    .isEqualTo(ReadingOrder.of(store.study().plan(), reader.name()));
        }
        assertThat(orders.stream().map(order -> order.subList(0, 3)).collect(Collectors.toSet()))
                .hasSize(1);
    }
}
