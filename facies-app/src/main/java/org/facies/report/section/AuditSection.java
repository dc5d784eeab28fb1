package org.facies.report.section;

import java.util.List;
import java.util.Locale;
import org.facies.audit.AuditReport;
import org.facies.audit.AuditReport.Finding.Level;

/**
 * What the audits found, without naming anybody.
 *
 * @param summary in one sentence
 */
public record AuditSection(String summary, List<Row> rows) {

    /**
     * One check.
     *
     * @param level alarm, note or fine
     */
    public record Row(String check, String level, String sentence) {}

    public AuditSection {
        rows = List.copyOf(rows);
    }

    /** The section of an audit. */
    public static AuditSection of(AuditReport report) {
        return of(report.findings());
    }

    /** The section of findings. */
    public static AuditSection of(List<AuditReport.Finding> findings) {
        List<String> alarming = findings.stream()
                .filter(finding -> finding.level() == Level.ALARM)
                .map(AuditReport.Finding::check)
                .toList();
        return new AuditSection(
                alarming.isEmpty()
                        ? "None of " + findings.size() + " checks raises an alarm."
                        : alarming.size() + " of " + findings.size() + " checks raise"
                                + (alarming.size() == 1 ? "s" : "") + " an alarm: " + String.join(", ", alarming) + ".",
                findings.stream()
                        .map(finding -> new Row(
                                finding.check(), finding.level().name().toLowerCase(Locale.ROOT), finding.sentence()))
                        .toList());
    }
}
