package org.facies.serve.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.reading.Experience;
import org.facies.reading.ReadingProgress;
import org.facies.reading.Submission;
import org.facies.serve.store.Acceptance;
import org.facies.serve.store.PictureSource.Picture;
import org.facies.serve.store.Session;
import org.facies.serve.store.StudyReader;
import org.facies.serve.web.view.EndedPage;
import org.facies.serve.web.view.ExperiencePage;
import org.facies.serve.web.view.ExperiencePage.Given;
import org.facies.serve.web.view.ReadingPage;
import org.facies.serve.web.view.ReadingSettings;

/** Answers for a reader, always about their own cases. */
final class ReaderRoutes {
    private static final int MOST_YEARS = 80;
    private static final int LONGEST_SPECIALTY = 80;

    private final StudyRoom room;
    private final Cookies cookies;
    private final Frames frames;
    private final Body body;
    private final ReadingStates states;

    ReaderRoutes(StudyRoom room, Cookies cookies, Frames frames, Body body) {
        this.room = room;
        this.cookies = cookies;
        this.frames = frames;
        this.body = body;
        this.states = new ReadingStates(room.store());
    }

    void page(Context request) {
        Session session = Gate.session(request);
        StudyReader reader = reader(session);
        if (reader.stopped().isPresent()) {
            ended(request, reader, EndedPage.Reason.STOPPED);
        } else if (room.store().closed().isPresent()) {
            ended(request, reader, EndedPage.Reason.CLOSED);
        } else if (reader.experience().isEmpty()) {
            askExperience(request, reader, new Given("", "", ""), List.of());
        } else if (progress(reader).next().isEmpty()) {
            ended(request, reader, EndedPage.Reason.FINISHED);
        } else {
            request.html(room.pages()
                    .reading(new ReadingPage(frames.reader(reader, session), reader.name(), settings(reader))));
        }
    }

    private void askExperience(
            Context request, StudyReader reader, Given given, List<ExperiencePage.Problem> problems) {
        request.html(room.pages()
                .experience(new ExperiencePage(
                        frames.reader(reader, Gate.session(request)),
                        reader.name(),
                        settings(reader),
                        given,
                        problems)));
    }

    private void ended(Context request, StudyReader reader, EndedPage.Reason reason) {
        ReadingProgress progress = progress(reader);
        request.html(room.pages()
                .ended(new EndedPage(
                        frames.reader(reader, Gate.session(request)),
                        reader.name(),
                        reason,
                        progress.complete(),
                        progress.total())));
    }

    void experience(Context request) {
        Map<String, String> form = body.form(request);
        Given given = new Given(
                form.getOrDefault("years", "").strip(),
                form.getOrDefault("specialty", "").strip(),
                form.getOrDefault("genetics", ""));
        List<ExperiencePage.Problem> problems = problems(given);
        StudyReader reader = reader(Gate.session(request));
        if (problems.isEmpty()) {
            Experience experience = new Experience(
                    Integer.parseInt(given.years()),
                    given.specialty(),
                    given.genetics().equals("yes"));
            room.store().giveExperience(reader.id(), experience, room.clock().instant());
            request.redirect("/read", HttpStatus.SEE_OTHER);
        } else {
            request.status(Refusal.UNUSABLE);
            askExperience(request, reader, given, problems);
        }
    }

    private static List<ExperiencePage.Problem> problems(Given given) {
        List<ExperiencePage.Problem> problems = new ArrayList<>();
        if (!given.years().matches("[0-9]{1,2}") || Integer.parseInt(given.years()) > MOST_YEARS) {
            problems.add(ExperiencePage.Problem.YEARS);
        }
        boolean isPlain = given.specialty().codePoints().noneMatch(Character::isISOControl);
        if (given.specialty().isEmpty() || given.specialty().length() > LONGEST_SPECIALTY || !isPlain) {
            problems.add(ExperiencePage.Problem.SPECIALTY);
        }
        if (!given.genetics().equals("yes") && !given.genetics().equals("no")) {
            problems.add(ExperiencePage.Problem.GENETICS);
        }
        return problems;
    }

    void state(Context request) {
        tellState(request);
    }

    private void tellState(Context request) {
        StudyReader reader = reader(Gate.session(request));
        json(request, StateJson.text(states.of(reader)));
    }

    void answer(Context request) {
        StudyReader reader = reader(Gate.session(request));
        Submission sent;
        try {
            sent = SubmissionJson.read(body.json(request));
        } catch (BadInput unreadable) {
            tellProblems(
                    request,
                    unreadable.problems().stream().map(Problem::sentence).toList());
            return;
        }
        Acceptance became = reader.experience().isEmpty()
                ? new Acceptance.OutOfTurn()
                : room.store().accept(reader.id(), sent, room.clock().instant());
        if (became instanceof Acceptance.Malformed malformed) {
            tellProblems(request, malformed.problems());
            return;
        }
        request.status(became instanceof Acceptance.Stored ? 200 : Refusal.CONFLICT);
        tellState(request);
    }

    private static void tellProblems(Context request, List<String> problems) {
        request.status(Refusal.UNUSABLE);
        json(request, StateJson.text(Map.of("problems", problems)));
    }

    private static void json(Context request, String text) {
        request.contentType("application/json; charset=utf-8").result(text);
    }

    void picture(Context request) {
        StudyReader reader = reader(Gate.session(request));
        boolean takesPart = reader.experience().isPresent()
                && reader.stopped().isEmpty()
                && room.store().closed().isEmpty();
        ReadingStates.Shown shown = states.shown(reader, request.pathParam("name"))
                .filter(any -> takesPart)
                .orElseThrow(() -> new Refusal(Refusal.NOT_FOUND));
        Picture picture = room.store().pictures().of(shown.caseNumber(), shown.photo());
        request.contentType(picture.mediaType()).result(picture.bytes());
    }

    void leave(Context request) {
        Session session = Gate.session(request);
        StudyReader reader = reader(session);
        room.store().access().leave(session);
        cookies.clear(request, Access.READER);
        ended(request, reader, EndedPage.Reason.LEFT);
    }

    private StudyReader reader(Session session) {
        return room.store().reader(session.reader().orElseThrow()).orElseThrow();
    }

    private ReadingProgress progress(StudyReader reader) {
        return reader.progress(room.store().study());
    }

    private ReadingSettings settings(StudyReader reader) {
        return ReadingSettings.of(room.store().study(), reader.arm());
    }
}
