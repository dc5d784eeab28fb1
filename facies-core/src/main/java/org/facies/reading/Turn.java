package org.facies.reading;

/**
 * One answer that a reader has to give.
 *
 * @param position of the presentation
 */
public record Turn(int position, Step step) {}
