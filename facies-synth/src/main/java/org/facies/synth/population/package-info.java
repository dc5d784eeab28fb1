/**
 * Children who do not exist, and the photos that are taken of them: shape, looks, syndrome, site, pose, light, camera.
 * All of it follows from a {@link org.facies.synth.population.Recipe}. Imports {@code synth.portrait} and
 * {@code synth.profile}. Start with {@link org.facies.synth.population.Population}.
 */
package org.facies.synth.population;
