package org.facies.report;

import java.util.List;
import java.util.Optional;
import org.facies.result.AuditReport;
import org.facies.result.AuditReport.Finding;
import org.facies.result.Measured;

/** An {@code audit.json} with one finding. */
final class SampleAudit {
    private static final Measured MEASURED = new Measured(0.5, 0.4, 0.6);

    private SampleAudit() {}

    static AuditReport of(Finding finding) {
        AuditReport.SplitComparison split = new AuditReport.SplitComparison(MEASURED, MEASURED, MEASURED);
        return new AuditReport(
                "dlib-resnet",
                "5c8b",
                48,
                96,
                5,
                17,
                List.of(finding),
                new AuditReport.Leakage(
                        List.of(),
                        List.of(),
                        List.of(),
                        0.6,
                        0.7,
                        48,
                        1,
                        split,
                        split,
                        new AuditReport.LabelPermutation(0.5, MEASURED, 0.25)),
                new AuditReport.Shortcuts(List.of(), new AuditReport.BackgroundEffect(MEASURED, MEASURED, MEASURED)),
                Optional.empty());
    }
}
