/**
 * Files: written atomically ({@link org.facies.file.AtomicFile}) and hashed ({@link org.facies.file.Sha256}). Errors of
 * the file system become messages for the user ({@link org.facies.file.FileRefusal}); places for results are checked
 * before long work ({@link org.facies.file.OutputPlace}). YAML and JSON are strict, and a user's keys are applied to
 * defaults ({@link org.facies.file.Overlay}). Imports {@code input} only. Start with {@code AtomicFile}.
 */
package org.facies.file;
