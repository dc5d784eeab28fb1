package org.facies.serve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.progress.Progress;
import org.facies.reading.Arm;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.serve.pack.PackMaker;
import org.facies.serve.pack.Passphrase;
import org.facies.serve.page.HtmlPages;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StudyReader;
import org.facies.serve.web.Exposure;
import org.facies.serve.web.Limits;
import org.facies.serve.web.ReadingServer;
import org.facies.serve.web.ServerSettings;
import org.facies.serve.web.StudyRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page in both themes and at two widths, by the rules of WCAG 2.2 AA. {@code -Dfacies.screenshots=FOLDER} keeps
 * pictures of them.
 */
@Tag("browser")
class PagesTest {
    private static final Optional<Path> SCREENSHOTS =
            Optional.ofNullable(System.getProperty("facies.screenshots")).map(Path::of);
    private static final Passphrase PASSPHRASE = new Passphrase("abcd-efgh-ijkm-npqr");

    @TempDir
    private Path folder;

    private final List<String> violations = new ArrayList<>();
    private BrowserContext context;
    private ReadingStore store;
    private ReadingServer server;
    private Visitor visitor;
    private Page page;

    @BeforeEach
    void serve() {
        context = Chromium.shared()
                .newContext(new Browser.NewContextOptions()
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        store = SyntheticChildren.store(
                folder.resolve("data"),
                List.of(
                        new InvitedReader("R1", Arm.SEQUENTIAL, "en"),
                        new InvitedReader("R2", Arm.UNAIDED, "de"),
                        new InvitedReader("R3", Arm.UNAIDED, "en")),
                Clock.systemUTC());
        server = ReadingServer.start(
                new ServerSettings(0, new Exposure.Loopback(), Limits.USUAL),
                new StudyRoom(store, new HtmlPages(), Clock.systemUTC(), "test"),
                Progress.silent());
        visitor = new Visitor(context);
        page = visitor.page();
    }

    @AfterEach
    void stop() {
        context.close();
        server.close();
        store.close();
    }

    @Test
    void pages_of_a_reader_meet_wcag_in_both_themes() {
        StudyReader reader = store.reader("R1").orElseThrow();
        ReaderAtKeyboard keyboard = new ReaderAtKeyboard(page, reader, new ScriptedAnswers(store.study()));
        page.navigate(link(reader));
        look("invitation");
        visitor.enter(link(reader));
        look("experience");
        page.evaluate("() => document.querySelector('.experience').submit()");
        page.waitForSelector(".problem:not(:empty)");
        look("experience-refused");
        visitor.tellExperience();
        look("practice");
        keyboard.read(1);
        page.waitForSelector("#faces img");
        look("practice-model");
        keyboard.answerOnce();
        look("feedback");
        keyboard.read(4);
        page.keyboard().press("Enter");
        page.waitForSelector("[data-screen=break]:not([hidden])");
        look("start");
        keyboard.read(5);
        page.waitForSelector("#faces img");
        look("model");
        keyboard.typeOnly();
        look("model-chosen");
        page.keyboard().press("p");
        look("paused");
        page.keyboard().press("p");
        keyboard.read(35);
        page.waitForSelector("[data-screen=break]:not([hidden])");
        look("break");
        keyboard.read(1000);
        look("finished");
        page.navigate(server.address() + "/read");
        look("ended");
        assertThat(violations).isEmpty();
        assertThat(visitor.faults()).isEmpty();
    }

    @Test
    void a_german_page_says_that_it_was_not_clinically_reviewed() {
        StudyReader reader = store.reader("R2").orElseThrow();
        visitor.enter(link(reader));
        assertThat(page.innerText("footer")).contains("not clinically reviewed");
        look("experience-de");
        visitor.tellExperience();
        new ReaderAtKeyboard(page, reader, new ScriptedAnswers(store.study())).read(5);
        page.waitForSelector("#faces img");
        assertThat(page.innerText("footer")).contains("not clinically reviewed");
        look("case-de");
        page.click("#leave button");
        page.waitForURL("**/read/leave");
        look("left-de");
        assertThat(violations).isEmpty();
        assertThat(visitor.faults()).isEmpty();
    }

    @Test
    void pages_of_the_researcher_and_refusals_meet_wcag_in_both_themes() {
        visitor.enter(server.researcherLink());
        look("follow");
        page.fill("#name", "R9");
        page.keyboard().press("Enter");
        page.waitForSelector("#link");
        look("link");
        page.navigate(server.address() + "/nothing");
        look("error");
        page.navigate(server.address() + "/follow");
        page.check("[name=sure]");
        page.click("form[action='/follow/close'] button");
        page.waitForSelector(".warning");
        look("follow-closed");
        assertThat(violations).isEmpty();
        assertThat(visitor.faults()).isEmpty();
    }

    @Test
    void a_pack_meets_wcag_in_both_themes() {
        StudyReader reader = store.reader("R3").orElseThrow();
        Path file = folder.resolve("R3.html");
        new PackMaker(store, store.pictures(), new SecureRandom())
                .write(reader, PASSPHRASE, Instant.now(), Instant.now().plus(Duration.ofDays(9)), file);
        page.navigate(file.toUri().toString());
        look("pack-locked");
        page.fill("#passphrase", "something else");
        page.keyboard().press("Enter");
        page.waitForFunction("() => document.getElementById('unlockProblem').textContent.length > 20");
        look("pack-refused");
        page.fill("#passphrase", PASSPHRASE.written());
        page.keyboard().press("Enter");
        page.waitForSelector("#start:not([hidden])");
        look("pack-start");
        page.fill("#years", "3");
        page.fill("#specialty", "paediatrics");
        page.check("[name=genetics][value=no]");
        page.click("#experience button");
        page.waitForSelector("#faces img");
        look("pack-case");
        new ReaderAtKeyboard(page, reader, new ScriptedAnswers(store.study())).read(1000);
        look("pack-finished");
        assertThat(violations).isEmpty();
        assertThat(visitor.faults()).isEmpty();
    }

    private String link(StudyReader reader) {
        return server.address() + "/i/"
                + store.access().link(reader.id(), Instant.now()).token();
    }

    private void look(String name) {
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            check(name + " " + theme);
            SCREENSHOTS.ifPresent(place -> {
                for (int width : List.of(1280, 390)) {
                    page.setViewportSize(width, width == 390 ? 844 : 800);
                    String file = name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + ".jpg";
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(place.resolve(file))
                            .setType(ScreenshotType.JPEG)
                            .setQuality(70)
                            .setFullPage(true));
                }
            });
            page.setViewportSize(1280, 800);
        }
        page.setViewportSize(320, 640);
        Object overflow = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
        if (((Number) overflow).intValue() > 0) {
            violations.add(name + ": wider than a phone by " + overflow);
        }
        page.setViewportSize(1280, 800);
    }

    private void check(String name) {
        for (Rule rule : new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()) {
            rule.getNodes()
                    .forEach(node -> violations.add(
                            name + ": " + rule.getId() + " at " + node.getTarget() + " " + node.getFailureSummary()));
        }
    }
}
