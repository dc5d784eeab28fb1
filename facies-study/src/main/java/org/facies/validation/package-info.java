/**
 * External validation: applies the trained models of a run to another cohort and measures the change in performance.
 * May
 * import {@code study} and everything below the application. Start with
 * {@link org.facies.validation.ExternalValidation}.
 */
package org.facies.validation;
