package org.facies.serve.web;

import java.util.Optional;
import org.facies.serve.store.Session;
import org.facies.serve.store.StudyReader;
import org.facies.serve.web.view.Frame;

/** The frame of all pages. */
final class Frames {
    private static final String OTHERWISE = "en";

    private final StudyRoom room;

    Frames(StudyRoom room) {
        this.room = room;
    }

    /** The frame for a person without a session. */
    Frame stranger() {
        return new Frame(OTHERWISE, "", Optional.empty());
    }

    /** The frame for a person with a link. */
    Frame invited(Optional<StudyReader> reader) {
        return new Frame(reader.map(StudyReader::language).orElse(OTHERWISE), study(), Optional.empty());
    }

    Frame reader(StudyReader reader, Session session) {
        return new Frame(reader.language(), study(), Optional.of(session.csrf()));
    }

    Frame researcher(Session session) {
        return new Frame(OTHERWISE, study(), Optional.of(session.csrf()));
    }

    private String study() {
        return room.store().study().design().name();
    }
}
