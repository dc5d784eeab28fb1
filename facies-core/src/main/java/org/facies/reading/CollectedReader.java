package org.facies.reading;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything known of one reader.
 *
 * @param name short, unique
 * @param experience empty until the reader gave it
 * @param presentations in the order in which they are shown
 * @param answers the last revision of each, by position and step
 * @param started when the first answer arrived
 * @param simulated whether a program answered in place of a person
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

    /** What an answer is about. */
    public Presentation presentation(Submission answer) {
        return presentations.get(answer.position() - 1);
    }
}
