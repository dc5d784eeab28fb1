package org.facies.cohort;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facies.input.Likeness;

/** Checks that a model can be trained on the classes and that they can be divided into folds. */
final class ClassChecks {
    private final String source;
    private final ManifestRules rules;
    private final ManifestFindings findings;

    ClassChecks(String source, ManifestRules rules, ManifestFindings findings) {
        this.source = source;
        this.rules = rules;
        this.findings = findings;
    }

    void check(List<ManifestEntry> entries) {
        if (entries.isEmpty()) {
            error("", "has no photos", "Add a row for each photo.");
            return;
        }
        SortedMap<String, Long> subjects = subjectsByClass(entries);
        if (subjects.size() == 1 && rules.classes() > 1) {
            error(subjects.firstKey(), "is the only class", "Add subjects of at least one other class.");
        }
        if (rules.classes() > 1) {
            checkSpelling(subjects);
        }
        subjects.forEach((name, count) -> {
            if (count < rules.folds()) {
                error(
                        name,
                        "has " + count + (count == 1 ? " subject" : " subjects") + ", fewer than the " + rules.folds()
                                + " folds",
                        "Add subjects of this class, leave it out, or use fewer folds.");
            }
        });
    }

    private void checkSpelling(SortedMap<String, Long> subjects) {
        Map<String, String> spellings = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        for (String name : subjects.keySet()) {
            String other = spellings.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            String alike = keys.putIfAbsent(Likeness.key(name), name);
            if (other != null) {
                error(name, "differs only in case from the class \"" + other + "\"", "Use one spelling.");
            } else if (alike != null) {
                String what =
                        "differs from the class \"" + alike + "\" only in spelling and counts as a class of its own";
                String remedy = "If they are the same class, use one spelling.";
                findings.cohort(Finding.warning(WarningKind.CLASS_SPELLING, source, name, what, remedy));
            }
        }
    }

    private static SortedMap<String, Long> subjectsByClass(List<ManifestEntry> entries) {
        return entries.stream()
                .filter(entry ->
                        !entry.diagnosis().isEmpty() && !entry.subject().isEmpty())
                .collect(Collectors.groupingBy(
                        ManifestEntry::diagnosis,
                        TreeMap::new,
                        Collectors.mapping(
                                ManifestEntry::subject,
                                Collectors.collectingAndThen(Collectors.toSet(), set -> (long) set.size()))));
    }

    private void error(String value, String what, String remedy) {
        findings.cohort(Finding.error(source, value, what, remedy));
    }
}
