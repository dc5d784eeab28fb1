/**
 * Planned contrasts between the models of a study: the effect of pretraining, the effect of the loss, and their
 * interaction. {@code Contrasts} derives them from the factors of the study, and {@code ContrastEvaluation} estimates
 * them on the same subjects. Imports {@code metric}, {@code statistic} and {@code schema}. Start with {@code
 * ContrastEvaluation}.
 */
package org.facies.contrast;
