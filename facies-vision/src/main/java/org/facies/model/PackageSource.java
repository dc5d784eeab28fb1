package org.facies.model;

import java.nio.file.Path;

/** Downloads packages of the npm registry. */
@FunctionalInterface
public interface PackageSource {

    /**
     * Downloads one package as a gzipped tar file.
     *
     * @param coordinates {@code name@version}
     * @param folder an empty folder for the file
     * @return the file
     * @throws Unavailable if it cannot be downloaded
     */
    Path fetch(String coordinates, Path folder) throws Unavailable;

    /** The package cannot be downloaded; the message is a phrase with the reason. */
    final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unavailable(String why) {
            super(why);
        }
    }
}
