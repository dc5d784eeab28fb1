/**
 * A reader study from its design ({@code ReadingDesign}, the file {@code readers.yaml}) to what was collected: which
 * children are shown to whom in which order, what readers answered, {@code protocol.json}, {@code readers.csv} and the
 * iMRMC file. What the answers say is for {@code reader}. Imports {@code cohort}, {@code schema}, {@code table}, {@code
 * file} and {@code input}. Start with {@code ReadingDesign}.
 */
package org.facies.reading;
