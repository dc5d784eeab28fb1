/**
 * What a syndrome does to a face, as a readable file: HPO terms, the shape targets that draw them, shift, probability,
 * fading with age. Imports {@code input} and {@code file}. Start with {@link org.facies.synth.profile.Profile}.
 */
package org.facies.synth.profile;
