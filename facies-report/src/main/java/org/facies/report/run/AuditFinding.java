package org.facies.report.run;

import java.util.List;
import java.util.Locale;

/**
 * One check of the audits, as {@code audit.json} tells it.
 *
 * @param level alarm, note or fine
 */
public record AuditFinding(String check, String level, String sentence) {

    static List<AuditFinding> of(Keys audit) {
        return audit.list("findings").stream()
                .map(finding -> new AuditFinding(
                        finding.text("check"),
                        finding.text("level").toLowerCase(Locale.ROOT),
                        finding.text("sentence")))
                .toList();
    }

    /** Whether it casts doubt on the figures. */
    public boolean isAlarm() {
        return level.equals("alarm");
    }
}
