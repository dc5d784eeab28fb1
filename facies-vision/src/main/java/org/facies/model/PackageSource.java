package org.facies.model;

import java.nio.file.Path;

/** Fetches a package of the npm registry. */
@FunctionalInterface
public interface PackageSource {

    /**
     * Fetches one package as a gzipped tar file.
     *
     * @param coordinates {@code name@version}
     * @param folder an empty folder to put it in
     * @return the file
     * @throws Unavailable if it cannot be had
     */
    Path fetch(String coordinates, Path folder) throws Unavailable;

    /** The package cannot be had; the message is a phrase that says why. */
    final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unavailable(String why) {
            super(why);
        }
    }
}
