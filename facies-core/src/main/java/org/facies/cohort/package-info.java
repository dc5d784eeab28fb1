/**
 * The labelled photos of a study: children ({@link org.facies.cohort.Subject}), their photos ({@link
 * org.facies.cohort.Photo}) and the families' consent ({@link org.facies.cohort.Consent}). {@code ManifestReader} reads
 * them from a manifest and reports all defects together. Imports {@code input}, {@code file} and {@code table}. Start
 * with {@code Cohort}.
 */
package org.facies.cohort;
