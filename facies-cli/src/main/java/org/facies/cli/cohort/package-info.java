/**
 * What {@code facies cohort} does. Imports what commands share, and the cohort, its audit, its crops and the synthetic
 * one. Start with {@link org.facies.cli.cohort.CohortCommand}.
 */
package org.facies.cli.cohort;
