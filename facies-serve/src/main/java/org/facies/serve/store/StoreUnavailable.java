package org.facies.serve.store;

/**
 * The database of the study cannot be used at present: its disk is full, broken or missing, or another process has
 * locked it. A change that was not confirmed before is not stored.
 */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreUnavailable(Throwable cause) {
        super("the study's file cannot be used", cause);
    }
}
