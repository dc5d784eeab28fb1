/**
 * Textbook statistics on plain numbers: intervals ({@link org.facies.statistic.Proportion}, {@link
 * org.facies.statistic.StratifiedBootstrap} and {@link org.facies.statistic.Jackknife} with {@link
 * org.facies.statistic.Interval}), paired tests ({@link org.facies.statistic.McNemar}, {@link
 * org.facies.statistic.CochranQ}, {@link org.facies.statistic.DeLong}), areas under ROC curves within strata
 * ({@link org.facies.statistic.StratifiedConcordance}), agreement of raters
 * ({@link org.facies.statistic.FleissKappa}, {@link
 * org.facies.statistic.CohenKappa}), several readers on the same cases ({@link
 * org.facies.statistic.ObuchowskiRockette}), curves ({@link org.facies.statistic.DecisionCurve}, {@link
 * org.facies.statistic.CalibrationCurve}) and corrections for testing often ({@link
 * org.facies.statistic.MultipleTesting}). Imports nothing of Facies. Start with {@code Interval}.
 */
package org.facies.statistic;
