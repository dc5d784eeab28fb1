package org.facies.demo;

import java.nio.file.Path;
import org.facies.report.ReportWriter;

/** Where the demo's files lie. */
public record DemoFolder(Path root) {

    /** The synthetic cohort. */
    public Path cohort() {
        return root.resolve("synthetic");
    }

    /** Aligned faces to leaf through. */
    public Path faces() {
        return root.resolve("faces");
    }

    public Path study() {
        return root.resolve("study.yaml");
    }

    /** The study's run directory. */
    public Path run() {
        return root.resolve("run");
    }

    public Path report() {
        return run().resolve(ReportWriter.FILE_NAME);
    }
}
