package org.facies.serve.browser;

import com.microsoft.playwright.Page;
import java.util.Optional;
import org.facies.reading.Arm;
import org.facies.reading.Presentation;
import org.facies.reading.Step;
import org.facies.serve.browser.ScriptedAnswers.Answer;
import org.facies.serve.store.StudyReader;

/** Reads cases with keys alone, as a script says. */
final class ReaderAtKeyboard {
    private static final String SCREEN =
            "() => document.querySelector('[data-screen]:not([hidden])')?.dataset.screen ?? 'none'";

    private final Page page;
    private final StudyReader reader;
    private final ScriptedAnswers script;

    /** @param reader as stored, for the order of the presentations */
    ReaderAtKeyboard(Page page, StudyReader reader, ScriptedAnswers script) {
        this.page = page;
        this.reader = reader;
        this.script = script;
    }

    /** Gives at most so many answers; fewer if there are no more to give. */
    void read(int answers) {
        int given = 0;
        String screen = screen();
        while (given < answers && !screen.equals("finished")) {
            switch (screen) {
                case "case" -> {
                    answer();
                    given++;
                }
                case "break", "feedback" -> goOn(screen);
                case "loading" -> page.waitForTimeout(20);
                default -> throw new AssertionError("the page shows " + screen + ": " + page.innerText("body"));
            }
            screen = screen();
        }
    }

    /** Answers the case on the screen, and does not go on after it. */
    void answerOnce() {
        answer();
    }

    String screen() {
        return (String) page.evaluate(SCREEN);
    }

    /** Position and step of the case on the screen. */
    String turn() {
        return page.getAttribute("#case", "data-turn");
    }

    private void goOn(String screen) {
        page.keyboard().press("Enter");
        page.waitForFunction(
                "before => document.querySelector('[data-screen]:not([hidden])').dataset.screen !== before"
                        + " || !before",
                screen);
    }

    private void answer() {
        page.waitForSelector("#faces img");
        String turn = turn();
        Presentation shown = presentation(turn);
        Step step = step(turn);
        Answer answer = script.of(reader.name(), shown, step);
        if (ScriptedAnswers.isCorrected(shown) && isCorrectable(step)) {
            type(new Answer(Optional.of(0), Optional.of(1), "wrong"));
            confirm(turn);
            page.keyboard().press("u");
            page.waitForFunction(
                    "turn => document.getElementById('case').dataset.turn === turn"
                            + " && !document.getElementById('case').hidden",
                    turn);
            page.waitForSelector("#faces img");
            page.keyboard().press("Backspace");
            page.keyboard().press("Backspace");
        }
        type(answer);
        confirm(turn);
    }

    /** Fills in the case on the screen, without confirming. */
    void typeOnly() {
        String turn = turn();
        Presentation shown = presentation(turn);
        type(script.of(reader.name(), shown, step(turn)));
    }

    private Presentation presentation(String turn) {
        return reader.presentations().get(Integer.parseInt(turn.substring(0, turn.indexOf('/'))) - 1);
    }

    private static Step step(String turn) {
        return turn.endsWith("/first") ? Step.FIRST : Step.SECOND;
    }

    private boolean isCorrectable(Step step) {
        return reader.arm() == Arm.UNAIDED || step == Step.SECOND;
    }

    private void type(Answer answer) {
        page.keyboard().press(answer.choice().map(choice -> "" + (choice + 1)).orElse("0"));
        answer.confidence().ifPresent(confidence -> page.keyboard().press("" + confidence));
        boolean isFilled = !page.inputValue("#comment").isEmpty();
        if (isFilled || !answer.comment().isEmpty()) {
            page.keyboard().press("c");
            page.keyboard().press("Control+A");
            page.keyboard().press("Delete");
            page.keyboard().type(answer.comment());
            page.keyboard().press("Escape");
        }
    }

    private void confirm(String turn) {
        page.keyboard().press("Enter");
        page.waitForFunction(
                "turn => document.getElementById('case').hidden"
                        + " || document.getElementById('case').dataset.turn !== turn",
                turn);
    }
}
