/**
 * A small software rasteriser: textures with smaller versions, a frame of linear light with depth, triangles with
 * perspective-correct interpolation, and depth maps for shadows. Imports {@code mesh} and {@code image}. Start with
 * {@link org.facies.synth.raster.Rasteriser}.
 */
package org.facies.synth.raster;
