/**
 * Synthetic children and the photos to be drawn of them: shape, looks, syndrome, site, pose, light, camera. A {@link
 * org.facies.synth.population.Recipe} determines all of it. Imports {@code synth.portrait} and {@code synth.profile}.
 * Start with {@link org.facies.synth.population.Population}.
 */
package org.facies.synth.population;
