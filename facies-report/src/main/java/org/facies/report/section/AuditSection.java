package org.facies.report.section;

import java.util.List;
import org.facies.report.run.AuditFinding;

/**
 * What the audits found, without naming anybody.
 *
 * @param summary in one sentence
 */
public record AuditSection(String summary, List<AuditFinding> rows) {

    public AuditSection {
        rows = List.copyOf(rows);
    }

    public boolean isAlarming() {
        return rows.stream().anyMatch(AuditFinding::isAlarm);
    }

    /** The section of findings. */
    public static AuditSection of(List<AuditFinding> findings) {
        List<String> alarming = findings.stream()
                .filter(AuditFinding::isAlarm)
                .map(AuditFinding::check)
                .toList();
        return new AuditSection(
                alarming.isEmpty()
                        ? "None of " + findings.size() + " checks raises an alarm."
                        : alarming.size() + " of " + findings.size() + " checks "
                                + (alarming.size() == 1 ? "raises" : "raise") + " an alarm: "
                                + String.join(", ", alarming) + ".",
                findings);
    }
}
