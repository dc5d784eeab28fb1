/**
 * Photos as pixels: the only decoder of the product, and the picture it decodes to. Knows nothing of faces. Imports
 * {@code org.facies.input}. Start with {@link org.facies.image.Rgb}.
 */
package org.facies.image;
