package org.facies.study;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.facies.cohort.Cohort;
import org.facies.cohort.CohortCheck;
import org.facies.cohort.CohortWarnings;
import org.facies.cohort.ManifestReader;
import org.facies.cohort.ManifestRules;
import org.facies.input.BadInput;

/**
 * A cohort that a command goes on with, and what the check of its manifest warned of. Every command but
 * {@code cohort check} reads manifests here, so that none keeps a warning to itself.
 */
public record CheckedCohort(Cohort cohort, CohortWarnings warnings) {

    /**
     * Reads a manifest and tells its warnings, a few of each kind.
     *
     * @param say takes a line
     * @throws BadInput with every error, if there is one
     */
    public static CheckedCohort read(Path manifest, ManifestRules rules, Consumer<String> say) {
        CohortCheck check = ManifestReader.read(manifest, rules);
        Cohort cohort = check.orThrow();
        CohortWarnings warnings = check.warnings(manifest);
        warnings.lines("; all of them: facies cohort check " + manifest).forEach(say);
        return new CheckedCohort(cohort, warnings);
    }
}
