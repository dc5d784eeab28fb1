/**
 * The commands of {@code facies cohort}. Imports what commands share, and the cohort, its audit, its crops and
 * synthetic cohorts. Start with {@link org.facies.cli.cohort.CohortCommand}.
 */
package org.facies.cli.cohort;
