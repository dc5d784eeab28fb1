package org.facies.align;

/** Is told how far a batch has come. Called from the thread that asked for the batch, in order. */
@FunctionalInterface
public interface Progress {

    /** For those who do not want to know. */
    Progress SILENT = (done, total) -> {};

    /** So many photos of a total are done. */
    void advanced(int done, int total);
}
