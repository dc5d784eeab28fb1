/**
 * Whether a model serves all children alike: its figures by age band, sex, ancestry, site or any column ({@code
 * SubgroupEvaluation}), and tests of the differences ({@code SubgroupDifferences}). Imports {@code calibration}, {@code
 * metric}, {@code statistic}, {@code cohort}, {@code schema} and {@code input}. Start with {@code SubgroupEvaluation}.
 */
package org.facies.subgroup;
