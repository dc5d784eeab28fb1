package org.facies.reading;

/**
 * The model whose answers the readers in the sequential arm see.
 *
 * @param name in the run or the bundle
 * @param origin path of the run or the bundle in {@code readers.yaml}
 * @param sha256 of the file with the answers: {@code predictions.csv} of the run, or the bundle
 */
public record ShownModel(String name, String origin, String sha256) {}
