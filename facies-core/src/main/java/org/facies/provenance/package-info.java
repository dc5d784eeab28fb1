/**
 * What made a result: software, machine, seed and the hashes of all that went in ({@link
 * org.facies.provenance.Provenance}). Imports {@code file}. Start with {@code Provenance}.
 */
package org.facies.provenance;
