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
 * A stored reader of the study.
 *
 * @param language of the pages
 * @param stopped the time at which the researcher stopped this reader; empty while the reader may answer
 * @param experience empty until the reader has given it
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

    /** The progress of the reader. */
    public ReadingProgress progress(ReadingStudy study) {
        return new ReadingProgress(presentations, arm, study.design().practice().feedback(), answers);
    }
}
