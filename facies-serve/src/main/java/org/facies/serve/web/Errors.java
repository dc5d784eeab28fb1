package org.facies.serve.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.facies.progress.Progress;
import org.facies.serve.store.StoreUnavailable;
import org.facies.serve.web.view.ErrorPage;

/**
 * Answers in case of an error: a page for people, a status for scripts; neither states the cause. For a bug, the
 * terminal shows only the type of the exception, since its message could name a person.
 */
final class Errors {
    private final StudyRoom room;
    private final Frames frames;
    private final Gate gate;
    private final Progress terminal;

    Errors(StudyRoom room, Frames frames, Gate gate, Progress terminal) {
        this.room = room;
        this.frames = frames;
        this.gate = gate;
        this.terminal = terminal;
    }

    void register(RoutesConfig javalin) {
        javalin.exception(Refusal.class, (refusal, request) -> answer(request, refusal.status()));
        javalin.exception(HttpResponseException.class, (refused, request) -> noRoute(request, refused.getStatus()));
        javalin.exception(StoreUnavailable.class, (failed, request) -> {
            terminal.say("An answer or a page was refused because the database of the study cannot be used. Check"
                    + " whether its disk is full.");
            answer(request, Refusal.UNAVAILABLE);
        });
        javalin.exception(Exception.class, (bug, request) -> unexpected(request, bug));
    }

    private void noRoute(Context request, int status) {
        try {
            gate.stranger(request);
            answer(request, status);
        } catch (Refusal tooMany) {
            answer(request, tooMany.status());
        }
    }

    private void unexpected(Context request, Exception thrown) {
        if (Malformed.isCauseOf(thrown)) {
            answer(request, Malformed.status(thrown));
        } else {
            terminal.say("This is a bug in Facies: " + thrown.getClass().getName() + " at " + place(thrown));
            answer(request, Refusal.BUG);
        }
    }

    private static String place(Exception thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith("org.facies.")) {
                return element.toString();
            }
        }
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }

    private void answer(Context request, int status) {
        request.status(status);
        String accepted = String.valueOf(request.header("Accept"));
        if (accepted.contains("text/html")) {
            request.html(room.pages().error(new ErrorPage(frames.stranger(), status)));
        } else {
            request.contentType("application/json; charset=utf-8").result(StateJson.text(Map.of("status", status)));
        }
    }
}
