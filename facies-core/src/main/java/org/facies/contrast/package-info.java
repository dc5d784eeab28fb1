/**
 * Planned contrasts between the models of a study: what pretraining adds, what the loss changes, and whether the two
 * depend on each other. {@code Contrasts} finds them from the study's factors, {@code ContrastEvaluation} measures them
 * on the same subjects. Imports {@code metric}, {@code statistic} and {@code schema}. Start with {@code
 * ContrastEvaluation}.
 */
package org.facies.contrast;
