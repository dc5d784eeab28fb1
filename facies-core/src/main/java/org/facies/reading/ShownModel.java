package org.facies.reading;

/**
 * The model whose answers the readers of the sequential arm see.
 *
 * @param name as the run or the bundle calls it
 * @param origin the run or the bundle, as {@code readers.yaml} names it
 * @param sha256 of what the answers were read from: the run's {@code predictions.csv}, or the bundle
 */
public record ShownModel(String name, String origin, String sha256) {}
