package org.facies.serve.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facies.reading.Advice;
import org.facies.reading.Part;
import org.facies.reading.Presentation;
import org.facies.reading.ReadingProgress;
import org.facies.reading.ReadingStudy;
import org.facies.reading.Step;
import org.facies.reading.Submission;
import org.facies.reading.Turn;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StudyReader;
import org.facies.serve.web.view.ReadingState;
import org.facies.serve.web.view.ReadingState.Current;
import org.facies.serve.web.view.ReadingState.Feedback;
import org.facies.serve.web.view.ReadingState.Given;
import org.facies.serve.web.view.ReadingState.Last;
import org.facies.serve.web.view.ReadingState.ToldPart;

/** The state that a reader may know: only the current, the next and the last case. */
final class ReadingStates {
    private static final String PICTURE = "/read/picture/";

    private final ReadingStore store;
    private final ReadingStudy study;

    ReadingStates(ReadingStore store) {
        this.store = store;
        this.study = store.study();
    }

    ReadingState of(StudyReader reader) {
        ReadingProgress progress = reader.progress(study);
        boolean closed = reader.stopped().isPresent() || store.closed().isPresent();
        Optional<Turn> next = progress.next().filter(turn -> !closed);
        return new ReadingState(
                reader.name(),
                progress.total(),
                progress.complete(),
                study.plan().practice(),
                progress.next().isEmpty(),
                closed,
                next.map(turn -> current(reader, progress, turn)),
                next.flatMap(turn -> after(reader, turn))
                        .map(one -> pictures(reader, one))
                        .orElse(List.of()),
                closed ? Optional.empty() : progress.correctable().map(last -> last(reader, progress, last)),
                next.flatMap(turn -> feedback(reader, progress, turn)),
                study.design().order().breakMinutes());
    }

    /** The picture behind a name, if the reader may see it now. */
    Optional<Shown> shown(StudyReader reader, String name) {
        ReadingProgress progress = reader.progress(study);
        Optional<Turn> next = progress.next();
        List<Presentation> visible = new ArrayList<>();
        next.map(progress::presentation).ifPresent(visible::add);
        next.flatMap(turn -> after(reader, turn)).ifPresent(visible::add);
        progress.correctable()
                .map(last -> progress.presentation(new Turn(last.position(), last.step())))
                .ifPresent(visible::add);
        return visible.stream()
                .flatMap(one -> IntStream.range(0, photos(one))
                        .filter(photo -> name.equals(name(reader, one, photo)))
                        .mapToObj(photo -> new Shown(one.caseNumber(), photo)))
                .findFirst();
    }

    /** A photo of a case of the plan. */
    record Shown(int caseNumber, int photo) {}

    private Current current(StudyReader reader, ReadingProgress progress, Turn turn) {
        Presentation one = progress.presentation(turn);
        boolean second = turn.step() == Step.SECOND;
        return new Current(
                one.position(),
                told(one.part()),
                one.block(),
                turn.step(),
                pictures(reader, one),
                second ? study.advice(one.caseNumber()) : Optional.empty(),
                second ? first(progress, turn.position()) : Optional.empty(),
                !second && one.block() > 1 && before(reader, one).block() != one.block());
    }

    private static Optional<Given> first(ReadingProgress progress, int position) {
        return progress.answer(new Turn(position, Step.FIRST)).map(ReadingStates::given);
    }

    private static Given given(Submission answer) {
        return new Given(answer.choice(), answer.confidence(), answer.probabilities(), answer.comment());
    }

    private Last last(StudyReader reader, ReadingProgress progress, Submission answer) {
        Presentation one = progress.presentation(new Turn(answer.position(), answer.step()));
        boolean second = answer.step() == Step.SECOND;
        Optional<Advice> advice = second ? study.advice(one.caseNumber()) : Optional.empty();
        return new Last(
                one.position(),
                told(one.part()),
                answer.step(),
                answer.revision(),
                answer.choice(),
                answer.confidence(),
                answer.probabilities(),
                answer.comment(),
                pictures(reader, one),
                advice,
                second ? first(progress, one.position()) : Optional.empty());
    }

    /** The diagnosis of the previous presentation, if it was for practice and the study reveals it. */
    private Optional<Feedback> feedback(StudyReader reader, ReadingProgress progress, Turn turn) {
        if (!study.design().practice().feedback() || turn.step() == Step.SECOND || turn.position() == 1) {
            return Optional.empty();
        }
        Presentation before = before(reader, progress.presentation(turn));
        return before.part() == Part.PRACTICE
                ? Optional.of(new Feedback(
                        before.position(),
                        study.plan().cases().get(before.caseNumber()).truth()))
                : Optional.empty();
    }

    private static Presentation before(StudyReader reader, Presentation one) {
        return reader.presentations().get(one.position() - 2);
    }

    private static Optional<Presentation> after(StudyReader reader, Turn turn) {
        return reader.presentations().stream()
                .filter(one -> one.position() == turn.position() + 1)
                .findFirst();
    }

    /** A repeat is shown as the main part; otherwise readers would try to remember their first answer. */
    private static ToldPart told(Part part) {
        return part == Part.PRACTICE ? ToldPart.PRACTICE : ToldPart.MAIN;
    }

    private List<String> pictures(StudyReader reader, Presentation one) {
        return IntStream.range(0, photos(one))
                .mapToObj(photo -> PICTURE + name(reader, one, photo))
                .toList();
    }

    private int photos(Presentation one) {
        return study.plan().cases().get(one.caseNumber()).photos().size();
    }

    private String name(StudyReader reader, Presentation one, int photo) {
        return store.access().pictureName(reader.id(), one.position(), photo);
    }
}
