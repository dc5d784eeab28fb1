package org.facies.cli.table;

import java.util.Locale;
import org.facies.study.StudyPreview;
import org.facies.study.TimeRange;

/** The planned trainings of a study, for a terminal. */
public final class PreviewTable {
    private final StudyPreview preview;

    public PreviewTable(StudyPreview preview) {
        this.preview = preview;
    }

    /** The summary and the table, with lines of at most this many columns. */
    public String within(int columns) {
        TextTable table = new TextTable("model", "candidates", "trainings", "photos processed", "time");
        preview.models()
                .forEach(row -> table.row(
                        row.model(),
                        row.candidates() == 0 ? Cells.UNDEFINED : row.candidates(),
                        row.trainings(),
                        String.format(Locale.ROOT, "%,.0f", row.passes()),
                        row.time().map(TimeRange::words).orElse(Cells.UNDEFINED)));
        return Cells.paragraphs(
                String.format(
                        Locale.ROOT,
                        "%,d children with %,d usable photos, divided into %d folds. %s%nNothing was trained. The time"
                                + " is estimated from a few steps on this machine. Computing frozen layers once takes"
                                + " additional time.",
                        preview.subjects(),
                        preview.photos(),
                        preview.folds(),
                        preview.sentence()),
                table.within(columns));
    }
}
