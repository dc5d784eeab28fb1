package org.facies.serve.web.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.facies.reading.Advice;
import org.facies.reading.Step;

/**
 * The state of a reader, as the script of the reading page receives it: JSON with keys in snake case; empty values are
 * null. A repeat looks like any case of the main part.
 *
 * @param reader the short name
 * @param total presentations, practice included
 * @param complete presentations with all their answers, practice included
 * @param practice presentations for practice; they come first
 * @param closed whether no more answers are accepted, because the study is closed or the reader stopped
 * @param current the next answer to give; empty when finished or closed
 * @param nextPictures paths of the pictures of the next presentation, to be fetched in advance
 * @param last the last answer, if the reader may still correct it
 * @param feedback the diagnosis of the practice case just answered, if the study reveals it
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

    /** The purpose of a presentation, as shown to the reader. */
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
     * The last answer, with everything that is needed to show its case again.
     *
     * @param revision the stored revision; a correction has the next number
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

    /** The diagnosis of a practice case, as a choice. */
    public record Feedback(int position, int choice) {}
}
