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
 * A cohort and the warnings about its manifest. Every command except {@code cohort check} reads manifests here, so that
 * all of them show warnings.
 */
public record CheckedCohort(Cohort cohort, CohortWarnings warnings) {

    /**
     * Reads a manifest and shows its warnings, a few of each kind.
     *
     * @param say receives a line
     * @throws BadInput with every error
     */
    public static CheckedCohort read(Path manifest, ManifestRules rules, Consumer<String> say) {
        CohortCheck check = ManifestReader.read(manifest, rules);
        Cohort cohort = check.orThrow();
        CohortWarnings warnings = check.warnings(manifest);
        warnings.lines("; all of them: facies cohort check " + manifest).forEach(say);
        return new CheckedCohort(cohort, warnings);
    }
}
