/**
 * Performance of a model in subgroups: its metrics by age band, sex, ancestry, site or any other column ({@code
 * SubgroupEvaluation}), and tests of the differences ({@code SubgroupDifferences}). Imports {@code calibration}, {@code
 * metric}, {@code statistic}, {@code cohort}, {@code schema} and {@code input}. Start with {@code SubgroupEvaluation}.
 */
package org.facies.subgroup;
