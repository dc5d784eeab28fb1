package org.facies.model;

/** How a user agrees to the terms of a model whose licence restricts use or whose origin nobody states. */
@FunctionalInterface
public interface Acknowledgement {

    /** The user has agreed beforehand, for example with {@code --yes}. */
    Acknowledgement GIVEN = card -> true;

    /** Nobody can be asked. */
    Acknowledgement NOT_GIVEN = card -> false;

    /**
     * Shows the terms and asks.
     *
     * @param card a model whose licence {@linkplain Licence#needsAcknowledgement needs it}
     * @return whether the user agrees
     */
    boolean agrees(ModelCard card);

    /** Whether the agreement is recorded and holds for later commands; if not, it ends with this process. */
    default boolean lasts() {
        return true;
    }
}
