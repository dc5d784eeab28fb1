/**
 * A portrait of a child who does not exist: what it shows (records) and the studio that draws it. Knows nothing of
 * cohorts, diagnoses or files of pictures. Read {@link org.facies.synth.portrait.HeadShape} first.
 */
package org.facies.synth.portrait;
