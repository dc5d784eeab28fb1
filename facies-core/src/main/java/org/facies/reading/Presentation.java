package org.facies.reading;

/**
 * The presentation of a case to one reader.
 *
 * @param position from 1, counted over practice, main part and repeats
 * @param caseNumber index into the cases of the plan, from 0
 * @param block from 1; practice cases are in block 0
 */
public record Presentation(int position, int caseNumber, Part part, int block) {}
