/**
 * Files that are never half-written ({@link org.facies.file.AtomicFile}), the hash that names their content ({@link
 * org.facies.file.Sha256}), and what to tell the user when the system refuses a place ({@link
 * org.facies.file.FileRefusal}, and before long work {@link org.facies.file.OutputPlace}), YAML and JSON, strict, and a
 * user's keys over defaults ({@link org.facies.file.Overlay}). Imports {@code input} only.
 * Start with {@code AtomicFile}.
 */
package org.facies.file;
