package org.facies.schema;

/**
 * An error in a file whose keys are all present and of the correct type.
 *
 * @param key with the keys around it, for example {@code models.cosface.curves.noonan}
 * @param what what is wrong, for example {@code "is missing"}
 */
public record Defect(String key, String what) {}
