package org.facies.serve.web;

import java.util.Optional;
import org.facies.serve.store.Session;
import org.facies.serve.store.StudyReader;
import org.facies.serve.web.view.Frame;

/** What all pages have. */
final class Frames {
    private static final String OTHERWISE = "en";

    private final StudyRoom room;

    Frames(StudyRoom room) {
        this.room = room;
    }

    /** For someone who has no session. */
    Frame stranger() {
        return new Frame(OTHERWISE, "", Optional.empty());
    }

    /** For someone who shows a link. */
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
