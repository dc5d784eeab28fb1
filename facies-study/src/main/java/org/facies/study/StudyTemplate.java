package org.facies.study;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.facies.file.AtomicFile;
import org.facies.file.OutputPlace;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.run.StudyKeys;

/** The commented study file that a user starts from; {@link StudyKeys} defines what it says. */
public final class StudyTemplate {

    private StudyTemplate() {}

    static String text() {
        return TemplateText.write();
    }

    /**
     * Writes the file. It names {@code manifest.csv} next to it, which need not exist yet.
     *
     * @throws BadInput if the file exists already
     */
    public static void write(Path file) {
        refuse(problems(file));
        AtomicFile.write(file, text());
    }

    /**
     * Writes the file.
     *
     * @param cohort the manifest that the file names; absolute, or relative to the current folder, if there is no such
     *     file, to the folder of the study file
     * @throws BadInput if the file exists already, or if the cohort is not a manifest
     */
    public static void write(Path file, Path cohort) {
        NamedManifest manifest = NamedManifest.of(cohort, file);
        refuse(Stream.concat(problems(file).stream(), manifest.problems().stream())
                .toList());
        AtomicFile.write(file, text().replace("cohort: manifest.csv", "cohort: " + Yaml.quoted(manifest.from(file))));
    }

    private static List<Problem> problems(Path file) {
        return OutputPlace.taken(file).stream().toList();
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
