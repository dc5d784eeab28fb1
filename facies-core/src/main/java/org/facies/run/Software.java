package org.facies.run;

import java.util.Objects;

/**
 * What software made a result. It holds no time and no path, so that the same machine gives the same bytes.
 *
 * @param facies version of this software
 * @param java version of the Java runtime
 * @param system operating system and architecture
 */
public record Software(String facies, String java, String system) {

    public Software {
        Objects.requireNonNull(facies);
        Objects.requireNonNull(java);
        Objects.requireNonNull(system);
    }

    /**
     * The software of this process.
     *
     * @param version of Facies
     */
    public static Software ofThisProcess(String version) {
        return new Software(
                version,
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
}
