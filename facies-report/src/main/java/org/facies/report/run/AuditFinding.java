package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One check of the audits, as {@code audit.json} tells it.
 *
 * @param level alarm, note or fine
 */
public record AuditFinding(String check, String level, String sentence) {

    static List<AuditFinding> of(JsonNode audit) {
        List<AuditFinding> findings = new ArrayList<>();
        audit.path("findings")
                .forEach(finding -> findings.add(new AuditFinding(
                        finding.path("check").asText(),
                        finding.path("level").asText().toLowerCase(Locale.ROOT),
                        finding.path("sentence").asText())));
        return findings;
    }

    /** Whether it casts doubt on the figures. */
    public boolean isAlarm() {
        return level.equals("alarm");
    }
}
