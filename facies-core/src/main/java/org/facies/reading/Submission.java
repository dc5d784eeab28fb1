package org.facies.reading;

import java.util.List;
import java.util.Optional;

/**
 * An answer that a page sends.
 *
 * @param submission identifier from the page, 32 hexadecimal digits, so that an answer that is sent twice counts once
 * @param position of the {@link Presentation}
 * @param revision 0 at first, plus 1 for each correction
 * @param choice class number in the order of the design, from 0; empty for "cannot say"
 * @param confidence from 1 (a guess) to 5 (certain); empty if not asked, and for "cannot say"
 * @param probabilities one for each class, summing to 1; empty if not asked or not given
 * @param comment may be empty; at most 2,000 characters
 * @param seconds since the case appeared on the screen, counted only while the page was visible; above 0
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
