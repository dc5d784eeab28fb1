/**
 * A reader study from its design ({@code ReadingDesign}, the file {@code readers.yaml}) to the collected data: which
 * children each reader sees in which order, the answers, {@code protocol.json}, {@code readers.csv} and the iMRMC
 * files. The package {@code reader} analyses the answers. Imports {@code cohort}, {@code schema}, {@code table},
 * {@code file} and {@code input}.
 *
 * <p>{@code ReadingDesignFile} reads the design, {@code ReadingDraw} draws the children, and {@code ReadingStudy} is
 * the prepared study. {@code ReadingOrder} and {@code ReadingProgress} guide one reader through it, and {@code
 * CollectedAnswers} writes the results. Start with {@code ReadingDesign}.
 */
package org.facies.reading;
