/**
 * The labelled photos of a study: who ({@link org.facies.cohort.Subject}), what ({@link org.facies.cohort.Photo}), how
 * they come from a manifest with every defect named at once ({@code ManifestReader}), and what the families agreed to
 * ({@link org.facies.cohort.Consent}). Imports {@code input}, {@code file} and {@code table}. Start with {@code
 * Cohort}.
 */
package org.facies.cohort;
