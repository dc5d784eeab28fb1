package org.facies.reading;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The data of one reader.
 *
 * @param name short and unique
 * @param experience empty until the reader has stated it
 * @param presentations in display order
 * @param answers the last revision of each answer, by position and step
 * @param started time of the first answer
 * @param simulated whether a program generated the answers
 */
public record CollectedReader(
        String name,
        Arm arm,
        Optional<Experience> experience,
        List<Presentation> presentations,
        List<Submission> answers,
        Optional<Instant> started,
        Optional<Instant> finished,
        boolean simulated) {
    public CollectedReader {
        presentations = List.copyOf(presentations);
        answers = List.copyOf(answers);
    }
    /** The answers by position and step. */
    public List<Submission> inOrder() {
        return answers.stream()
                .sorted(Comparator.comparingInt(Submission::position).thenComparing(Submission::step))
                .toList();
    }

    /** The presentation that an answer belongs to. */
    public Presentation presentation(Submission answer) {
        return presentations.get(answer.position() - 1);
    }
}
