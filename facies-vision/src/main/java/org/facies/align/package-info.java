/**
 * From a photo to a network's crop: main face, similarity transform, warp, quality findings, cache. Imports
 * {@code org.facies.image} and {@code org.facies.detect}. Start with {@link org.facies.align.CropGeometry}.
 */
package org.facies.align;
