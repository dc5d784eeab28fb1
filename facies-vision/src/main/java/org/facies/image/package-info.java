/**
 * Photos as pixels: the only decoder of photos, and the decoded picture. Independent of faces. Imports
 * {@code org.facies.input}. Start with {@link org.facies.image.Rgb}.
 */
package org.facies.image;
