package org.facies.serve.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facies.reading.Arm;

/**
 * The researcher's page. Forms on it, each with the field {@code csrf}: {@code /follow/readers} (fields {@code name},
 * {@code arm} = {@code unaided} or {@code sequential}, {@code language}), {@code /follow/readers/ID/link} (a new link;
 * the one before ends), {@code /follow/readers/ID/stop}, {@code /follow/readers/ID/resume}, {@code /follow/close}. The
 * link {@code /follow/download} gives all results as a zip.
 *
 * @param canBeSequential whether the study has a model to show
 * @param closed the time at which the study was closed; empty while it is open
 * @param problem the reason why the last form was refused, a sentence in English; empty if it was accepted
 * @param resultsReady whether anything can be downloaded
 */
public record FollowPage(
        Frame frame,
        List<Row> readers,
        boolean canBeSequential,
        Optional<Instant> closed,
        Optional<String> problem,
        boolean resultsReady) {
    public FollowPage {
        readers = List.copyOf(readers);
    }

    /**
     * A reader, without answers.
     *
     * @param id in the paths above
     * @param complete presentations with all their answers
     * @param lastAnswer the time at which it arrived
     * @param linkUntil the time at which the reader's link ends; empty if no link is valid
     * @param simulated whether a program answered instead of a person
     */
    public record Row(
            long id,
            String name,
            Arm arm,
            String language,
            Standing standing,
            int complete,
            int total,
            Optional<Instant> lastAnswer,
            Optional<Instant> linkUntil,
            boolean simulated) {}

    /** The state of a reader. */
    public enum Standing {
        /** No answer yet. */
        INVITED,
        READING,
        FINISHED,
        STOPPED
    }
}
