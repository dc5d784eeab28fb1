/**
 * Textbook statistics on plain numbers: intervals ({@link org.facies.statistic.Proportion}, {@link
 * org.facies.statistic.StratifiedBootstrap}), paired tests ({@link org.facies.statistic.McNemar}, {@link
 * org.facies.statistic.CochranQ}, {@link org.facies.statistic.DeLong}) and corrections for testing often ({@link
 * org.facies.statistic.MultipleTesting}). Imports nothing of Facies. Start with {@code Interval}.
 */
package org.facies.statistic;
