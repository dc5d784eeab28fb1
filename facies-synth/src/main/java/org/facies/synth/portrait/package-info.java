/**
 * A portrait of a synthetic child: its description (records) and the studio that draws it. Independent of cohorts,
 * diagnoses and picture files. Start with {@link org.facies.synth.portrait.HeadShape}.
 */
package org.facies.synth.portrait;
