/**
 * A reader study from its design ({@code ReadingDesign}, the file {@code readers.yaml}) to what was collected: which
 * children are shown to whom in which order, what readers answered, {@code protocol.json}, {@code readers.csv} and the
 * iMRMC files. What the answers say is for {@code reader}. Imports {@code cohort}, {@code schema}, {@code table},
 * {@code file} and {@code input}.
 *
 * <p>{@code ReadingDesignFile} reads the design, {@code ReadingDraw} draws the children, {@code ReadingStudy} holds
 * what is fixed from then on, {@code ReadingOrder} and {@code ReadingProgress} lead one reader through it, and {@code
 * CollectedAnswers} writes the results. Start with {@code ReadingDesign}.
 */
package org.facies.reading;
