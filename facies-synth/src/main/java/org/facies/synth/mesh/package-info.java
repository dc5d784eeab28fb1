/**
 * Triangle meshes with moving points: surfaces, sparse shape targets, attached parts, normals. Points are flat arrays
 * x, y, z in decimetres of the base mesh: x to the viewer's right, y up, z towards the viewer. Imports nothing of
 * Facies. Start with {@link org.facies.synth.mesh.Surface}.
 */
package org.facies.synth.mesh;
