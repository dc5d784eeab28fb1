/**
 * Writes a synthetic cohort: a folder like that of any other cohort, with the true parameters and a card that describes
 * it. Imports {@code synth.population} (the children), {@code synth.portrait} (the drawing), {@code synth.profile}
 * (syndromes), {@code study} (locks, recorded settings, progress) and {@code image}. Start with {@link
 * org.facies.synth.SyntheticCohort}.
 */
package org.facies.synth;
