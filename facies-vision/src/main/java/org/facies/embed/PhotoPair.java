package org.facies.embed;

import java.nio.file.Path;

/**
 * Two photos, and whether they show one person.
 *
 * @param photoA first photo
 * @param photoB second photo
 * @param same whether both show one person
 */
public record PhotoPair(Path photoA, Path photoB, boolean same) {}
