package org.facies.cohort;

import java.util.Optional;

/**
 * A class with its display name and its codes in catalogues of diseases.
 *
 * @param label as in the manifest and in every column {@code p_<class>}
 * @param name for display; the label if no name is given
 * @param omim number in OMIM, for example {@code "163950"}
 * @param orpha number in Orphanet, for example {@code "648"}
 * @param mondo identifier in MONDO, for example {@code "MONDO:0018997"}
 */
public record NamedClass(
        String label, String name, Optional<String> omim, Optional<String> orpha, Optional<String> mondo) {

    /** A class without a name or codes. */
    public static NamedClass of(String label) {
        return new NamedClass(label, label, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
