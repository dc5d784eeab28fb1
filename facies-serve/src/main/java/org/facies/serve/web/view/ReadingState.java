package org.facies.serve.web.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.facies.reading.Advice;
import org.facies.reading.Step;

/**
 * Where a reader is, as the reading page's script receives it: JSON with keys in snake case; what is empty is null. A
 * repeat looks like any case of the main part.
 *
 * @param reader the short name
 * @param total presentations, practice included
 * @param complete presentations with all their answers, practice included
 * @param practice presentations for practice; they come first
 * @param closed whether no answer is taken any more: the study is closed or the reader stopped
 * @param current what to answer next; empty when finished or closed
 * @param nextPictures paths of the presentation after the current one, to be fetched ahead
 * @param last the last answer, if it may still be corrected
 * @param feedback the diagnosis of the practice case just answered, if the study tells it
 */
public record ReadingState(
        String reader,
        int total,
        int complete,
        int practice,
        boolean finished,
        boolean closed,
        Optional<Current> current,
        List<String> nextPictures,
        Optional<Last> last,
        Optional<Feedback> feedback,
        int breakMinutes) {

    public ReadingState {
        nextPictures = List.copyOf(nextPictures);
    }

    /** What a reader is told that a presentation is for. */
    public enum ToldPart {
        @JsonProperty("practice")
        PRACTICE,
        @JsonProperty("main")
        MAIN
    }

    /**
     * The answer to give now.
     *
     * @param position from 1, over practice, main part and repeats
     * @param block from 1; practice is block 0
     * @param pictures paths
     * @param advice the model's, for the second step
     * @param first the reader's first answer to this case, for the second step
     * @param startsBlock whether a block of the main part ended just before, so that a break is due
     */
    public record Current(
            int position,
            ToldPart part,
            int block,
            Step step,
            List<String> pictures,
            Optional<Advice> advice,
            Optional<Given> first,
            boolean startsBlock) {
        public Current {
            pictures = List.copyOf(pictures);
        }
    }

    /** An answer that was given; empty choice for "cannot say". */
    public record Given(
            Optional<Integer> choice, Optional<Integer> confidence, List<Double> probabilities, String comment) {
        public Given {
            probabilities = List.copyOf(probabilities);
        }
    }

    /**
     * The last answer, with everything to show its case again.
     *
     * @param revision that is stored; a correction has one more
     * @param first the first answer to this case, if the last is a second one
     */
    public record Last(
            int position,
            ToldPart part,
            Step step,
            int revision,
            Optional<Integer> choice,
            Optional<Integer> confidence,
            List<Double> probabilities,
            String comment,
            List<String> pictures,
            Optional<Advice> advice,
            Optional<Given> first) {
        public Last {
            probabilities = List.copyOf(probabilities);
            pictures = List.copyOf(pictures);
        }
    }

    /** What a practice case was, as a choice. */
    public record Feedback(int position, int choice) {}
}
