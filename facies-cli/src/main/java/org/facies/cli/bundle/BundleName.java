package org.facies.cli.bundle;

import java.nio.file.Path;

/** The name of a bundle: that of its file. */
final class BundleName {
    private static final String ENDING = ".facies";

    private BundleName() {}

    static String of(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
