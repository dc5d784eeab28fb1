package org.facies.reading;

/**
 * One answer that a reader gives.
 *
 * @param position of the presentation
 */
public record Turn(int position, Step step) {}
