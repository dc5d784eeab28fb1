/**
 * Files that are never half-written ({@link org.facies.file.AtomicFile}) and the hash that names their content ({@link
 * org.facies.file.Sha256}). Imports {@code input} only. Start with {@code AtomicFile}.
 */
package org.facies.file;
