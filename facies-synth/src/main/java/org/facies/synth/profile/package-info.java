/**
 * The effect of a syndrome on the face, as a readable file: HPO terms, the shape targets that draw them, shift,
 * probability, and decrease with age. Imports {@code input} and {@code file}. Start with {@link
 * org.facies.synth.profile.Profile}.
 */
package org.facies.synth.profile;
