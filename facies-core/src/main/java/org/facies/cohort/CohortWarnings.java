package org.facies.cohort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The warnings about a manifest that is used nevertheless. A study continues in spite of them, and its report repeats
 * them.
 *
 * @param manifest the file, as the user named it
 * @param findings warnings only, in manifest order
 */
public record CohortWarnings(Path manifest, List<Finding> findings) {
    /** No warnings. */
    public static final CohortWarnings NONE = new CohortWarnings(Path.of("manifest.csv"), List.of());

    /** The number of warnings of each kind that are displayed. */
    private static final int DISPLAYED = 3;

    public CohortWarnings {
        findings = List.copyOf(findings);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new IllegalArgumentException("an error is no warning");
        }
    }

    /** Each warning as a sentence with its remedy. They name photos, subjects and the manifest without its folder. */
    public List<String> sentences() {
        String file = manifest.toString();
        String name = String.valueOf(manifest.getFileName());
        return findings.stream()
                .map(finding -> finding.problem().sentence())
                .map(sentence -> sentence.startsWith(file) ? name + sentence.substring(file.length()) : sentence)
                .toList();
    }

    /** The number of warnings of each kind, in the order in which kinds first occur. No subject is named. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        findings.forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /**
     * The lines for a terminal: the first warnings of each kind, and how many more there are.
     *
     * @param remedy how to display all of them, as the end of a line, or empty
     */
    public List<String> lines(String remedy) {
        Map<String, List<Finding>> byKind = findings.stream()
                .collect(Collectors.groupingBy(Finding::kind, LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byKind.values().forEach(alike -> {
            alike.stream()
                    .limit(DISPLAYED)
                    .forEach(
                            finding -> lines.add("warning  " + finding.problem().sentence()));
            if (alike.size() > DISPLAYED) {
                lines.add("warning  and " + (alike.size() - DISPLAYED) + " more of this kind" + remedy + ".");
            }
        });
        return lines;
    }
}
