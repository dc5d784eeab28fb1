/**
 * From the probabilities of a child's photos to an answer: the mean over the photos, calibration, prediction sets, the
 * threshold below which no answer is given, screening for any syndrome, and unknown faces. What is fitted ({@code
 * DecisionFit}) is fitted on children whom the networks had not seen; what is applied ({@code Decision}) needs no
 * network and no child, only numbers. {@code Prevalence} takes an answer from the study's mix of children to a site's;
 * {@code AnswerText} puts it into sentences. Imports {@code input}, {@code calibration}, {@code conformal}, {@code
 * metric}, {@code novelty}, {@code statistic} and {@code uncertainty}. Start with {@code Decision}.
 */
package org.facies.decision;
