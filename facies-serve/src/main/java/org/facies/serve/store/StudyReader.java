package org.facies.serve.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facies.reading.Arm;
import org.facies.reading.Experience;
import org.facies.reading.Presentation;
import org.facies.reading.ReadingProgress;
import org.facies.reading.ReadingStudy;
import org.facies.reading.Submission;

/**
 * A reader of the study as stored.
 *
 * @param language of the pages
 * @param stopped when the researcher stopped this reader; empty while they may read
 * @param experience empty until the reader gave it
 * @param presentations by position
 * @param answers the last revision of each, in the order of the turns
 * @param lastAnswer when the last answer or correction arrived
 */
public record StudyReader(
        long id,
        String name,
        Arm arm,
        String language,
        boolean simulated,
        Optional<Instant> stopped,
        Optional<Experience> experience,
        List<Presentation> presentations,
        List<Submission> answers,
        Optional<Instant> firstAnswer,
        Optional<Instant> lastAnswer) {
    public StudyReader {
        presentations = List.copyOf(presentations);
        answers = List.copyOf(answers);
    }

    /** How far the reader is. */
    public ReadingProgress progress(ReadingStudy study) {
        return new ReadingProgress(presentations, arm, study.design().practice().feedback(), answers);
    }
}
