/**
 * People who judged the same photos as the models: their answers ({@code ReaderAnswers}, from {@code readers.csv}), how
 * good they are, how far they agree, how models compare with each and with the group, and what changes once a model's
 * answer was shown ({@code ReaderStudy}). Imports
 * {@code metric}, {@code statistic}, {@code table}, {@code schema} and {@code input}. Start with {@code ReaderStudy}.
 */
package org.facies.reader;
