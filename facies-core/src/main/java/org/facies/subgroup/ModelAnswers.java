package org.facies.subgroup;

/**
 * The answers of one model, by subject.
 *
 * @param predicted int[subjects], the class of the answer
 * @param confidence double[subjects], probability of the answer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ModelAnswers(int[] predicted, double[] confidence) {}
