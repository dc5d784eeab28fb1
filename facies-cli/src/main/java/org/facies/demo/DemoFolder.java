package org.facies.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.facies.file.AtomicFile;
import org.facies.report.ReportWriter;

/** The files of a demo. */
public record DemoFolder(Path root) {

    /** The synthetic cohort. */
    public Path cohort() {
        return root.resolve("synthetic");
    }

    /** The aligned faces and a page that shows them. */
    public Path faces() {
        return root.resolve("faces");
    }

    Path study() {
        return root.resolve("study.yaml");
    }

    /** The study file. It is written only if it is missing, so that a user may change it and run the demo again. */
    public Path writtenStudy() {
        return written(study(), "study.yaml");
    }

    /** The design of the simulated readers' study, what was shown to them, and their answers. */
    public Path readers() {
        return root.resolve("readers");
    }

    /** The design of the simulated readers' study; written if it is missing. */
    public Path writtenReaders() {
        return written(readers().resolve("readers.yaml"), "readers.yaml");
    }

    /** The design of a reader study in which the user is the reader; written if it is missing. */
    public Path writtenReading() {
        return written(root.resolve("reading").resolve("readers.yaml"), "reading.yaml");
    }

    private static Path written(Path file, String template) {
        if (!Files.exists(file)) {
            AtomicFile.write(file, text(template));
        }
        return file;
    }

    private static String text(String template) {
        try (InputStream in = DemoFolder.class.getResourceAsStream(template)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The study's run directory. */
    public Path run() {
        return root.resolve("run");
    }

    /** Whether the demo has run to its end. */
    public boolean isFinished() {
        return Files.exists(report());
    }

    public Path report() {
        return run().resolve(ReportWriter.FILE_NAME);
    }
}
