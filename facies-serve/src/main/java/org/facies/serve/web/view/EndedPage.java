package org.facies.serve.web.view;

/**
 * Nothing (more) to read.
 *
 * @param complete presentations with all their answers
 */
public record EndedPage(Frame frame, String reader, Reason reason, int complete, int total) {

    /** Why. */
    public enum Reason {
        /** All cases are answered. */
        FINISHED,
        /** The researcher closed the study. */
        CLOSED,
        /** The researcher stopped this reader. */
        STOPPED,
        /** The reader left; the link leads back. */
        LEFT
    }
}
