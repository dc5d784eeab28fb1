/**
 * The pictures that readers see: each face is found, cut out, straightened and saved again, so that a browser receives
 * only pixels of the face.
 *
 * <p>Imports {@code align}, {@code image}, {@code workspace}, {@code reading}, {@code cohort},
 * {@code progress}, {@code table}, {@code file} and {@code input}. Start with {@code PicturePreparation}.
 */
package org.facies.serve.picture;
