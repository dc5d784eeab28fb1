package org.facies.reading;

/**
 * A case as it is shown to one reader.
 *
 * @param position from 1, over practice, main part and repeats
 * @param caseNumber index into the cases of the plan, from 0
 * @param block from 1; practice is block 0
 */
public record Presentation(int position, int caseNumber, Part part, int block) {}
