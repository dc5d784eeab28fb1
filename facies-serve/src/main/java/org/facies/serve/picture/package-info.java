/**
 * The pictures that readers see: each face found, straightened, cut out large and written again, so that nothing of a
 * photo but pixels of the face reaches a browser.
 *
 * <p>Imports {@code align}, {@code image}, {@code workspace}, {@code reading}, {@code cohort},
 * {@code progress}, {@code table}, {@code file} and {@code input}. Start with {@code PicturePreparation}.
 */
package org.facies.serve.picture;
