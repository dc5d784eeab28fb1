package org.facies.report.section;

import java.util.List;
import org.facies.result.AuditReport.Finding;

/**
 * The findings of the audits, without names of children or photos.
 *
 * @param summary in one sentence
 * @param pressing the findings that stay open: alarms, and checks that cannot tell
 * @param rows all checks
 */
public record AuditSection(String summary, boolean isAlarming, List<Row> pressing, List<Row> rows) {

    /**
     * One check.
     *
     * @param level alarm, note, nothing found or cannot tell
     */
    public record Row(String check, String level, String sentence) {}

    public AuditSection {
        pressing = List.copyOf(pressing);
        rows = List.copyOf(rows);
    }

    /** The section of findings. */
    public static AuditSection of(List<Finding> findings) {
        List<String> alarming =
                findings.stream().filter(Finding::isAlarm).map(Finding::check).toList();
        List<String> blind = findings.stream()
                .filter(finding -> finding.level() == Finding.Level.CANNOT_TELL)
                .map(Finding::check)
                .toList();
        String unknown = blind.isEmpty()
                ? ""
                : " " + blind.size() + " of them cannot tell, because in this cohort "
                        + (blind.size() == 1 ? "it" : "they") + " would miss more than half of what "
                        + (blind.size() == 1 ? "it looks" : "they look") + " for: " + String.join(", ", blind) + ".";
        return new AuditSection(
                alarming.isEmpty()
                        ? "None of " + findings.size() + " checks raises an alarm." + unknown
                        : alarming.size() + " of " + findings.size() + " checks "
                                + (alarming.size() == 1 ? "raises" : "raise") + " an alarm: "
                                + String.join(", ", alarming) + "." + unknown,
                !alarming.isEmpty(),
                findings.stream()
                        .filter(finding -> finding.isAlarm() || finding.level() == Finding.Level.CANNOT_TELL)
                        .map(AuditSection::row)
                        .toList(),
                findings.stream().map(AuditSection::row).toList());
    }

    private static Row row(Finding finding) {
        return new Row(finding.check(), finding.level().words(), finding.sentence());
    }
}
