package org.facies.train;

/** Where the classifier head begins. */
public enum HeadStart {
    /** At random directions. */
    RANDOM,
    /**
     * Where linear discriminant analysis of the backbone's embeddings of the training crops would put it; see {@link
     * WhitenedStart}. For pretrained backbones.
     */
    WHITENED
}
