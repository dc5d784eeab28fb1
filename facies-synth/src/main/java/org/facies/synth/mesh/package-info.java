/**
 * Triangle meshes whose points move: surfaces, sparse shape targets, parts that hang on other points, normals. Points
 * are flat arrays x, y, z in the sculptor's decimetres: x to the viewer's right, y up, z towards the viewer. Imports
 * nothing of Facies. Start with {@link org.facies.synth.mesh.Surface}.
 */
package org.facies.synth.mesh;
