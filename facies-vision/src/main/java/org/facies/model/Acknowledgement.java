package org.facies.model;

/** Asks the user to accept the terms of a model whose licence restricts its use or whose origin is unknown. */
@FunctionalInterface
public interface Acknowledgement {

    /** The user has accepted the terms in advance, for example with {@code --yes}. */
    Acknowledgement GIVEN = card -> true;

    /** The user cannot be asked. */
    Acknowledgement NOT_GIVEN = card -> false;

    /**
     * Displays the terms and asks.
     *
     * @param card a model whose licence {@linkplain Licence#needsAcknowledgement must be accepted}
     * @return whether the user accepts them
     */
    boolean agrees(ModelCard card);

    /** Whether the acceptance is recorded for later commands; otherwise it ends with this process. */
    default boolean lasts() {
        return true;
    }
}
