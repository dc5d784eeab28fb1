package org.facies.cohort;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facies.input.BadInput;

/**
 * The result of reading a manifest.
 *
 * @param cohort the cohort; empty if there is an error
 * @param findings errors and warnings, in manifest order
 */
public record CohortCheck(Optional<Cohort> cohort, List<Finding> findings) {

    public CohortCheck {
        findings = List.copyOf(findings);
        if (cohort.isPresent() == findings.stream().anyMatch(Finding::isError)) {
            throw new IllegalArgumentException("there is a cohort exactly when there is no error");
        }
    }

    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.isError()).toList();
    }

    /** The warnings, for a command that continues in spite of them. */
    public CohortWarnings warnings(Path manifest) {
        return new CohortWarnings(manifest, warnings());
    }

    /**
     * The cohort.
     *
     * @throws BadInput with all errors, if there are any
     */
    public Cohort orThrow() {
        return cohort.orElseThrow(
                () -> new BadInput(errors().stream().map(Finding::problem).toList()));
    }
}
