/**
 * External validation: the trained models of a run, frozen, on another cohort, and how much worse they do there. May
 * import {@code study} and everything below the application. Start with
 * {@link org.facies.validation.ExternalValidation}.
 */
package org.facies.validation;
