package org.facies.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.facies.cohort.Cohort;
import org.facies.cohort.ManifestReader;
import org.facies.cohort.ManifestRules;
import org.facies.cohort.PhotoProbe;

/** Manifests with photos that are a few bytes. */
final class WrittenCohort {
    private WrittenCohort() {}

    /** Writes a manifest and a file for each photo that it names. */
    static Path write(Path folder, String manifest) {
        try {
            Path csv = Files.writeString(folder.resolve("manifest.csv"), manifest);
            List<String> lines = manifest.lines().skip(1).toList();
            for (String line : lines) {
                String photo = line.substring(0, line.indexOf(','));
                Files.writeString(folder.resolve(photo), "bytes of " + photo);
            }
            return csv;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** So many children of each class, with two photos each. */
    static String rows(int a, int b, int c) {
        StringBuilder rows = new StringBuilder("photo,subject,diagnosis\n");
        add(rows, "a", a);
        add(rows, "b", b);
        add(rows, "c", c);
        return rows.toString();
    }

    private static void add(StringBuilder rows, String label, int children) {
        for (int i = 0; i < children; i++) {
            for (int photo = 1; photo <= 2; photo++) {
                rows.append("%s%d-%d.jpg,%s%d,%s%n".formatted(label, i, photo, label, i, label));
            }
        }
    }

    static Cohort read(Path manifest) {
        return ManifestReader.read(manifest, new ManifestRules(Set.of(), 2, 1, PhotoProbe.acceptAll(), 1))
                .orThrow();
    }

    /** A cohort of three classes. */
    static Cohort of(Path folder, int a, int b, int c) {
        return read(write(folder, rows(a, b, c)));
    }

    /** The design that a file with these lines describes. */
    static ReadingDesign design(Path folder, String yaml) {
        try {
            Path file = Files.writeString(folder.resolve("readers.yaml"), yaml);
            return ReadingDesignFile.read(file, WrittenCohort::read).design();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
