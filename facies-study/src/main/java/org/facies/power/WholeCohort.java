package org.facies.power;

/**
 * The whole cohort, evaluated once.
 *
 * @param size subjects of the rare class
 * @param subjects of all classes
 * @param scores with the usual intervals over subjects
 */
public record WholeCohort(int size, int subjects, Scored scores) {}
