package org.facies.cli.readers;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.facies.cohort.ManifestRules;
import org.facies.image.DecodableProbe;
import org.facies.image.ImageLimits;
import org.facies.reading.ReadingDesignFile;
import org.facies.study.CheckedCohort;

/** Reads the design of a reader study and the cohort that it names, as every command of the group does. */
final class DesignOnDisk {
    private DesignOnDisk() {}

    /**
     * Reads the design and the cohort.
     *
     * @param say takes a line for each warning about the manifest
     * @throws org.facies.input.BadInput with all problems of both files
     */
    static ReadingDesignFile.Content read(Path file, Consumer<String> say) {
        int threads = Runtime.getRuntime().availableProcessors();
        ManifestRules rules = new ManifestRules(Set.of(), 2, 1, new DecodableProbe(ImageLimits.DEFAULT), threads);
        return ReadingDesignFile.read(
                file, manifest -> CheckedCohort.read(manifest, rules, say).cohort());
    }
}
