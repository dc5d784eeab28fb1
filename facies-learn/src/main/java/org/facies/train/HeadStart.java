package org.facies.train;

/** The initial values of the classifier head. */
public enum HeadStart {
    /** Random directions. */
    RANDOM,
    /**
     * The result of linear discriminant analysis on the backbone's embeddings of the training crops; see {@link
     * WhitenedStart}. For pretrained backbones.
     */
    WHITENED
}
