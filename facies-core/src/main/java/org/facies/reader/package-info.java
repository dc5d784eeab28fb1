/**
 * Readers who classified the same photos as the models: their answers ({@code ReaderAnswers}, from {@code
 * readers.csv}), their metrics and agreement, comparisons of the models with each reader and with the group, and the
 * effect of showing a model's answer ({@code ReaderStudy}). Imports
 * {@code metric}, {@code statistic}, {@code table}, {@code schema} and {@code input}. Start with {@code ReaderStudy}.
 */
package org.facies.reader;
