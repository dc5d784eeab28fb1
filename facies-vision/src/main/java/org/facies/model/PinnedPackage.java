package org.facies.model;

/**
 * A package of the npm registry, pinned by the hash of its archive.
 *
 * @param name package name
 * @param version exact version
 * @param megabytes download size, to announce it
 * @param sha256 of the gzipped tar file
 */
public record PinnedPackage(String name, String version, int megabytes, String sha256) {

    /** {@code name@version}, as npm expects it. */
    public String coordinates() {
        return name + "@" + version;
    }
}
