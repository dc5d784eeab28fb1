/**
 * Writes a synthetic cohort: a folder like any other cohort's, with the true parameters beside it and a card that says
 * what it is. Imports {@code synth.population} (who), {@code synth.portrait} (how they are drawn),
 * {@code synth.profile} (syndromes), {@code study} (locks, recorded settings, progress) and {@code image}. Start with
 * {@link org.facies.synth.SyntheticCohort}.
 */
package org.facies.synth;
