package org.facies.subgroup;

/**
 * What one model answered, by subject.
 *
 * @param predicted int[subjects], class of the answer
 * @param confidence double[subjects], probability of the answer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ModelAnswers(int[] predicted, double[] confidence) {}
