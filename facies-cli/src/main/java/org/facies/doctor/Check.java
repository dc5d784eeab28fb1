package org.facies.doctor;

import java.util.List;

/** Checks one part of the machine. */
@FunctionalInterface
interface Check {

    List<Finding> findings();

    /** The findings of a check of a native library, or one finding that the library cannot be loaded. */
    static List<Finding> ofLibrary(String topic, Check check) {
        try {
            return check.findings();
        } catch (LinkageError unloadable) {
            Throwable cause = unloadable;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String reason =
                    String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
            return List.of(Finding.problem(
                    topic,
                    "cannot be loaded on this system (" + reason + ")",
                    "Use Linux on x86-64 with glibc 2.28 or later, or build with -Djavacpp.platform for another"
                            + " system. Make sure that the temporary folder and ~/.javacpp can be written."));
        }
    }
}
