package org.facies.serve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.facies.reading.Submission;
import org.facies.serve.browser.ScriptedAnswers.Answer;
import org.facies.serve.pack.PackMaker;
import org.facies.serve.pack.PackMerge;
import org.facies.serve.pack.Passphrase;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StudyReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
class PackReadingTest {
    private static final Passphrase PASSPHRASE = new Passphrase("abcd-efgh-ijkm-npqr-stuv");

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private BrowserContext context;
    private ReadingStore store;

    @BeforeEach
    void open() {
        context = Chromium.shared().newContext(new Browser.NewContextOptions().setOffline(true));
        context.onRequest(request -> {
            if (!request.url().startsWith("file:") && !request.url().startsWith("blob:")) {
                asked.add(request.url());
            }
        });
        store = SyntheticChildren.store(folder.resolve("data"), SyntheticChildren.fiveReaders(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        context.close();
        store.close();
    }

    @Test
    void a_pack_without_a_network_gives_the_answers_that_were_typed() throws IOException {
        for (String name : List.of("R2", "R5")) {
            StudyReader reader = store.reader(name).orElseThrow();
            Page page = opened(pack(reader, Instant.now().plus(Duration.ofDays(3))));
            tellExperience(page);

            new ReaderAtKeyboard(page, reader, script()).read(25);
            page.reload();
            unlock(page, PASSPHRASE.written().toUpperCase(java.util.Locale.ROOT).replace("-", " "));
            new ReaderAtKeyboard(page, reader, script()).read(Integer.MAX_VALUE);
            PackMerge.Merged merged = merge(saved(page)).get(0);

            assertThat(merged.complete()).isEqualTo(merged.total()).isEqualTo(69);
            StudyReader after = store.reader(name).orElseThrow();
            assertThat(after.answers()).hasSize(name.equals("R2") ? 69 : 138);
            assertThat(after.answers()).allSatisfy(answer -> isAsScripted(after, answer));
            assertThat(merge(folder.resolve(name + ".answers")).get(0).added()).isZero();
        }
        assertThat(asked).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void a_wrong_passphrase_a_changed_file_and_an_expired_pack_get_one_sentence_each() throws IOException {
        StudyReader reader = store.reader("R1").orElseThrow();
        Path file = pack(reader, Instant.now().plus(Duration.ofDays(3)));
        Page page = page(file);
        assertThat(refused(page, "abcd-efgh-ijkm-npqr-stux"))
                .isEqualTo("That is not the passphrase of this file. Check for typing mistakes.");

        String html = Files.readString(file);
        int at = html.indexOf("id=\"payload\">") + 500;
        char other = html.charAt(at) == 'A' ? 'B' : 'A';
        Path changed = Files.writeString(
                folder.resolve("changed.html"), html.substring(0, at) + other + html.substring(at + 1));
        assertThat(refused(page(changed), PASSPHRASE.written()))
                .isEqualTo("This file was changed or is damaged. Ask the researchers for a new copy.");

        String later =
                html.replace(Instant.now().plus(Duration.ofDays(3)).toString().substring(0, 10), "2099-01-01");
        Path longer = Files.writeString(folder.resolve("longer.html"), later);
        assertThat(refused(page(longer), PASSPHRASE.written()))
                .isEqualTo("This file was changed or is damaged. Ask the researchers for a new copy.");

        Path expired = pack(reader, Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(refused(page(expired), PASSPHRASE.written()))
                .isEqualTo("This file could be used until 2026-01-31. Ask the researchers for a new one.");
    }

    @Test
    void a_file_of_answers_goes_on_in_another_browser() throws IOException {
        StudyReader reader = store.reader("R1").orElseThrow();
        Path file = pack(reader, Instant.now().plus(Duration.ofDays(3)));
        Page page = opened(file);
        tellExperience(page);
        new ReaderAtKeyboard(page, reader, script()).read(8);
        Path saved = saved(page);

        try (BrowserContext elsewhere = Chromium.shared().newContext()) {
            Page other = elsewhere.newPage();
            other.navigate(file.toUri().toString());
            unlock(other, PASSPHRASE.written());
            other.click(".load summary");
            other.setInputFiles("#loadFile", saved);
            other.click("#load button");
            other.waitForSelector("#opened:not([hidden])");
            assertThat(other.innerText("#count")).isEqualTo("8 of 69 complete");
        }
    }

    @Test
    void two_pages_of_one_pack_do_not_overwrite_each_other() throws IOException {
        StudyReader reader = store.reader("R1").orElseThrow();
        Path file = pack(reader, Instant.now().plus(Duration.ofDays(3)));
        Page one = opened(file);
        tellExperience(one);
        new ReaderAtKeyboard(one, reader, script()).read(4);
        Page two = opened(file);
        two.waitForSelector("#opened:not([hidden])");
        new ReaderAtKeyboard(one, reader, script()).read(4);

        new ReaderAtKeyboard(two, reader, script()).read(1);

        assertThat(two.innerText("#sent")).startsWith("Not saved");
        assertThat(two.innerText("#count")).isEqualTo("8 of 69 complete");
    }

    private ScriptedAnswers script() {
        return new ScriptedAnswers(store.study());
    }

    private void isAsScripted(StudyReader reader, Submission stored) {
        Answer wanted = script().of(reader.name(), reader.presentations().get(stored.position() - 1), stored.step());
        assertThat(new Answer(stored.choice(), stored.confidence(), stored.comment()))
                .as("%s position %d", reader.name(), stored.position())
                .isEqualTo(wanted);
        assertThat(stored.seconds()).isBetween(0.001, 60.0);
    }

    private Path pack(StudyReader reader, Instant until) {
        Path file = folder.resolve(reader.name() + "-" + until.getEpochSecond() + ".html");
        new PackMaker(store, store.pictures(), new SecureRandom())
                .write(reader, PASSPHRASE, Instant.now(), until, file);
        return file;
    }

    private Page page(Path file) {
        Page page = context.newPage();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        page.navigate(file.toUri().toString());
        return page;
    }

    private Page opened(Path file) {
        Page page = page(file);
        unlock(page, PASSPHRASE.written());
        return page;
    }

    private static void unlock(Page page, String passphrase) {
        page.fill("#passphrase", passphrase);
        page.keyboard().press("Enter");
        page.waitForSelector("#start:not([hidden]), #opened:not([hidden])");
    }

    private static String refused(Page page, String passphrase) {
        page.fill("#passphrase", passphrase);
        page.keyboard().press("Enter");
        page.waitForFunction("() => document.getElementById('unlockProblem').textContent.length > 20");
        return page.innerText("#unlockProblem");
    }

    private static void tellExperience(Page page) {
        page.focus("#years");
        page.keyboard().type("12");
        page.keyboard().press("Tab");
        page.keyboard().type("paediatric cardiology");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        page.waitForSelector("#opened:not([hidden])");
    }

    private Path saved(Page page) {
        Download download = page.waitForDownload(() -> page.click("[data-save]:visible"));
        String reader = download.suggestedFilename().substring(0, 2);
        Path file = folder.resolve(reader + ".answers");
        download.saveAs(file);
        return file;
    }

    private List<PackMerge.Merged> merge(Path... files) {
        return new PackMerge(store, Instant.now(), PackMerge.LateAnswers.REFUSED).merge(List.of(files));
    }
}
