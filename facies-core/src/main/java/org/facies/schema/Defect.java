package org.facies.schema;

/**
 * What is wrong with a file whose keys are all there and of the right type.
 *
 * @param key with the keys around it, for example {@code models.cosface.curves.noonan}
 * @param what what is wrong, for example {@code "is missing"}
 */
public record Defect(String key, String what) {}
