package org.facies.reading;

import java.util.List;
import java.util.Optional;

/**
 * An answer as a page sends it.
 *
 * @param submission made by the page, so that an answer that is sent twice counts once: 32 hexadecimal digits
 * @param position of the {@link Presentation} that it answers
 * @param revision 0 for the first time, one more for each correction
 * @param choice a class, from 0 in the order of the design; empty for "cannot say"
 * @param confidence from 1 (a guess) to 5 (certain); empty where it is not asked, or for "cannot say"
 * @param probabilities one for each class, summing to 1; empty where they are not asked or not given
 * @param comment may be empty; at most 2,000 characters
 * @param seconds from the moment that the case was on the screen, only while the page was visible; above 0
 */
public record Submission(
        String submission,
        int position,
        Step step,
        int revision,
        Optional<Integer> choice,
        Optional<Integer> confidence,
        List<Double> probabilities,
        String comment,
        double seconds) {
    public Submission {
        probabilities = List.copyOf(probabilities);
    }
}
