package org.facies.serve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.facies.progress.Progress;
import org.facies.reading.Arm;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.reading.Submission;
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

/** How the reading page behaves when something happens to it. */
@Tag("browser")
class ReadingPageTest {
    @TempDir
    private Path folder;

    private ReadingStore store;
    private ReadingServer server;
    private BrowserContext context;
    private Visitor visitor;
    private Page page;

    @BeforeEach
    void serve() {
        serve("data", SyntheticChildren.FORM);
    }

    private void serve(String name, ReadingDesign.Form form) {
        Chromium.shared();
        store = SyntheticChildren.store(
                folder.resolve(name),
                List.of(new InvitedReader("R1", Arm.UNAIDED, "en"), new InvitedReader("R2", Arm.SEQUENTIAL, "en")),
                form,
                Clock.systemUTC());
        server = ReadingServer.start(
                new ServerSettings(0, new Exposure.Loopback(), Limits.USUAL),
                new StudyRoom(store, new HtmlPages(), Clock.systemUTC(), "test"),
                Progress.silent());
    }

    @AfterEach
    void stop() {
        context.close();
        server.close();
        store.close();
    }

    private void readPractice(String name, Browser.NewContextOptions options) {
        context = Chromium.shared().newContext(options);
        visitor = new Visitor(context);
        page = visitor.page();
        visitor.enter(link(name));
        visitor.tellExperience();
        keyboard(name).read(name.equals("R1") ? 3 : 6);
        page.keyboard().press("Enter");
        page.waitForSelector("[data-screen=break]:not([hidden])");
        page.keyboard().press("Enter");
        page.waitForSelector("#faces img");
    }

    private void readPractice(String name) {
        readPractice(name, new Browser.NewContextOptions());
    }

    @Test
    void answers_wait_while_the_connection_is_lost_and_arrive_once_and_in_order() {
        readPractice("R1");
        page.waitForTimeout(300);
        context.setOffline(true);
        page.keyboard().type("12");
        page.keyboard().press("Enter");
        page.waitForFunction("() => document.getElementById('case').dataset.turn === '5/first'");
        page.waitForSelector("#faces img");
        assertThat(page.innerText("#waiting")).startsWith("1 answer waits to be sent.");
        page.keyboard().press("u");
        page.waitForFunction("() => document.getElementById('case').dataset.turn === '4/first'");
        page.keyboard().press("Backspace");
        page.keyboard().press("Backspace");
        page.keyboard().type("35");
        page.keyboard().press("Enter");
        page.waitForFunction("() => document.getElementById('case').dataset.turn === '5/first'");
        page.keyboard().type("23");
        page.keyboard().press("Enter");
        page.waitForFunction("() => document.getElementById('waitingText').textContent.startsWith('3 answers')");
        assertThat(answers("R1")).hasSize(3);

        context.setOffline(false);
        page.evaluate("() => dispatchEvent(new Event('online'))");
        page.waitForFunction("() => document.getElementById('case').dataset.turn === '6/first'");

        assertThat(page.innerText("#sent")).isEqualTo("Saved");
        List<Submission> stored = answers("R1");
        assertThat(stored).hasSize(5);
        assertThat(stored.get(3).choice()).contains(2);
        assertThat(stored.get(3).revision()).isEqualTo(1);
        assertThat(stored.get(4).choice()).contains(1);
        assertThat(visitor.faults()).isEmpty();
    }

    @Test
    void leaving_the_page_while_an_answer_waits_is_warned_of_and_a_reload_keeps_the_answer() {
        readPractice("R1");
        context.setOffline(true);
        page.keyboard().type("12");
        page.keyboard().press("Enter");
        page.waitForSelector("#waiting:not([hidden])");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        context.setOffline(false);
        page.reload();
        page.waitForSelector("#waiting", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
        page.waitForFunction("() => document.getElementById('case').dataset.turn === '5/first'");

        assertThat(asked).containsExactly("beforeunload");
        assertThat(answers("R1")).hasSize(4);
    }

    @Test
    void an_answer_waits_for_a_new_session() {
        readPractice("R1");
        String link = link("R1");
        page.keyboard().type("45");
        page.keyboard().press("Enter");
        page.waitForSelector("#waiting:not([hidden])");
        assertThat(page.innerText("#sent")).startsWith("Your session has ended.");
        assertThat(answers("R1")).hasSize(3);
        page.onDialog(dialog -> dialog.accept());

        page.navigate(link);
        page.click("button.main");
        page.waitForFunction("() => document.getElementById('case')?.dataset.turn === '5/first'");

        assertThat(answers("R1")).hasSize(4);
        assertThat(answers("R1").get(3).choice()).contains(3);
    }

    @Test
    void time_stands_still_while_the_reader_pauses_or_the_page_is_hidden() {
        readPractice("R1");
        page.keyboard().press("p");
        assertThat(page.isVisible("#faces img")).isFalse();
        page.waitForTimeout(1500);
        page.keyboard().press("p");
        page.waitForSelector("#faces img");
        page.evaluate(
                "() => { Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});"
                        + " document.dispatchEvent(new Event('visibilitychange')); }");
        page.waitForTimeout(1500);
        page.evaluate("() => { delete document.visibilityState;"
                + " document.dispatchEvent(new Event('visibilitychange')); }");
        page.waitForTimeout(400);
        page.keyboard().type("12");
        page.keyboard().press("Enter");
        page.waitForFunction("() => document.getElementById('case').dataset.turn === '5/first'");

        assertThat(answers("R1").get(3).seconds()).isBetween(0.4, 1.4);
    }

    @Test
    void who_went_on_elsewhere_is_told_and_shown_where_they_are() {
        readPractice("R1");
        try (BrowserContext elsewhere =
                Chromium.shared().newContext(new Browser.NewContextOptions().setStorageState(context.storageState()))) {
            Page other = elsewhere.newPage();
            other.navigate(server.address() + "/read");
            other.waitForSelector("[data-screen=break]:not([hidden])");
            keyboardOn(other, "R1").read(2);

            page.keyboard().type("12");
            page.keyboard().press("Enter");
            page.waitForFunction("() => document.getElementById('case').dataset.turn === '6/first'");
            assertThat(page.innerText("#sent"))
                    .isEqualTo("Not saved: you continued the study in another window. This is your current case.");
            assertThat(answers("R1")).hasSize(5);
        }
    }

    @Test
    void zoom_and_brightness_change_the_view_and_fetch_nothing() {
        readPractice("R1");
        page.waitForTimeout(300);
        List<String> asked = new ArrayList<>();
        context.onRequest(request -> asked.add(request.url()));
        double before = page.locator("#faces img").first().boundingBox().width;
        page.keyboard().press("+");
        page.keyboard().press("b");

        assertThat(page.locator("#faces img").first().boundingBox().width).isGreaterThan(1.4 * before);
        assertThat(page.evaluate("() => getComputedStyle(document.querySelector('#faces img')).filter"))
                .isEqualTo("brightness(1.25)");
        page.keyboard().press("n");
        assertThat(page.locator("#faces img").first().boundingBox().width).isEqualTo(before);
        assertThat(asked).isEmpty();
    }

    @Test
    void the_browsers_own_keys_stay_its_own_and_shortcuts_can_be_turned_off() {
        readPractice("R1");
        String pressed = "key => { const event = new KeyboardEvent('keydown',"
                + " {key: key.at(-1), code: 'Digit' + key.at(-1), ctrlKey: key[0] === 'C', altKey: key[0] === 'A',"
                + " metaKey: key[0] === 'M', bubbles: true, cancelable: true});"
                + " document.body.dispatchEvent(event); return event.defaultPrevented; }";
        for (String key : List.of("C+", "C-", "C0", "Cp", "A1", "M1", "Cu", "Cd")) {
            assertThat(page.evaluate(pressed, key)).as(key).isEqualTo(false);
        }
        assertThat(page.evaluate(pressed, "x1")).isEqualTo(true);
        page.keyboard().press("Backspace");
        page.click("#shortcuts");
        assertThat(page.evaluate(pressed, "x1")).isEqualTo(false);
    }

    @Test
    void a_reader_with_a_finger_needs_no_key() {
        readPractice("R2", new Browser.NewContextOptions().setHasTouch(true).setViewportSize(390, 844));
        page.tap("label:has([name=choice][value='2'])");
        page.tap("label:has([name=confidence][value='4'])");
        page.tap("#form button.main");
        page.waitForSelector("#advice:not([hidden])");
        page.waitForSelector("#faces img");
        page.tap("#keep");
        page.tap("#form button.main");
        page.waitForFunction("() => document.getElementById('case').dataset.turn === '5/first'");

        List<Submission> stored = answers("R2");
        assertThat(stored.get(6).choice()).contains(2);
        assertThat(stored.get(7).choice()).contains(2);
        assertThat(stored.get(7).confidence()).contains(4);
        assertThat(page.isDisabled("#undo")).isFalse();
    }

    @Test
    void a_first_answer_is_locked_once_the_model_was_shown() {
        readPractice("R2");
        page.keyboard().type("15");
        page.keyboard().press("Enter");
        page.waitForSelector("#advice:not([hidden])");

        assertThat(page.isDisabled("#undo")).isTrue();
        page.keyboard().press("u");
        assertThat(page.getAttribute("#case", "data-turn")).isEqualTo("4/second");
        assertThat(page.innerText("#problem")).contains("There is no answer that can still be changed.");
        assertThat(page.innerText("[data-first]")).isEqualTo("Williams syndrome (sure: 5 of 5)");
        assertThat(page.locator("[data-bars] tr").count()).isEqualTo(4);
        page.keyboard().press("Enter");
        assertThat(page.innerText("#problem")).contains("Choose a diagnosis first");
        assertThat(answers("R2")).hasSize(7);
    }

    @Test
    void probabilities_are_asked_in_per_cent_and_have_to_sum_to_a_hundred() {
        server.close();
        store.close();
        serve("other", new ReadingDesign.Form(false, false, true, false));
        readPractice("R1");
        assertThat(page.locator("[name=confidence], #comment, [name=choice][value=none]")
                        .count())
                .isZero();
        page.keyboard().press("2");
        page.fill("[name=p0]", "12.5");
        page.fill("[name=p1]", "80");
        page.fill("[name=p2]", "0");
        assertThat(page.innerText("output")).isEqualTo("Sum: 92.5 %");
        page.keyboard().press("Enter");
        assertThat(page.innerText("#problem"))
                .contains("The probabilities sum to 92.5 %. Make it 100 %, or leave all of them empty.");
        page.fill("[name=p3]", "7.5");
        page.keyboard().press("Enter");
        page.waitForFunction("() => document.getElementById('case').dataset.turn === '5/first'");

        assertThat(answers("R1").get(3).probabilities()).containsExactly(0.125, 0.8, 0.0, 0.075);
        assertThat(answers("R1").get(0).probabilities()).isEmpty();
    }

    @Test
    void a_closed_study_takes_no_answer_and_says_so() {
        readPractice("R1");
        store.endStudy(Instant.now());
        page.keyboard().type("11");
        page.keyboard().press("Enter");
        page.waitForSelector("[data-screen=closed]:not([hidden])");
        assertThat(page.innerText("[data-screen=closed]")).contains("No more answers are taken", "3 of 69");
        assertThat(answers("R1")).hasSize(3);
    }

    private List<Submission> answers(String name) {
        return store.reader(name).orElseThrow().answers();
    }

    private String link(String name) {
        StudyReader reader = store.reader(name).orElseThrow();
        return server.address() + "/i/"
                + store.access().link(reader.id(), Instant.now()).token();
    }

    private ReaderAtKeyboard keyboard(String name) {
        return keyboardOn(page, name);
    }

    private ReaderAtKeyboard keyboardOn(Page on, String name) {
        return new ReaderAtKeyboard(on, store.reader(name).orElseThrow(), new ScriptedAnswers(store.study()));
    }
}
