package org.facies.report.section;

import java.util.List;
import java.util.Locale;
import org.facies.result.AuditReport.Finding;

/**
 * What the audits found, without naming anybody.
 *
 * @param summary in one sentence
 */
public record AuditSection(String summary, boolean isAlarming, List<Row> rows) {

    /**
     * One check.
     *
     * @param level alarm, note or fine
     */
    public record Row(String check, String level, String sentence) {}

    public AuditSection {
        rows = List.copyOf(rows);
    }

    /** The section of findings. */
    public static AuditSection of(List<Finding> findings) {
        List<String> alarming =
                findings.stream().filter(Finding::isAlarm).map(Finding::check).toList();
        return new AuditSection(
                alarming.isEmpty()
                        ? "None of " + findings.size() + " checks raises an alarm."
                        : alarming.size() + " of " + findings.size() + " checks "
                                + (alarming.size() == 1 ? "raises" : "raise") + " an alarm: "
                                + String.join(", ", alarming) + ".",
                !alarming.isEmpty(),
                findings.stream().map(AuditSection::row).toList());
    }

    private static Row row(Finding finding) {
        return new Row(finding.check(), finding.level().name().toLowerCase(Locale.ROOT), finding.sentence());
    }
}
