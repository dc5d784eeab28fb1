package org.facies.serve.web.view;

/**
 * The page after the last case, or when a study is closed.
 *
 * @param complete presentations with all their answers
 */
public record EndedPage(Frame frame, String reader, Reason reason, int complete, int total) {

    /** The reason. */
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
