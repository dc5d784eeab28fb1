package org.facies.cli.table;

import java.util.Locale;
import org.facies.study.StudyPreview;
import org.facies.study.TimeRange;

/** What a study will do, for a terminal. */
public final class PreviewTable {
    private final StudyPreview preview;

    public PreviewTable(StudyPreview preview) {
        this.preview = preview;
    }

    /** The tables with lines of at most so many columns. */
    public String within(int columns) {
        TextTable table = new TextTable("model", "candidates", "trainings", "photos looked at", "time");
        preview.models()
                .forEach(row -> table.row(
                        row.model(),
                        row.candidates() == 0 ? Cells.UNDEFINED : row.candidates(),
                        row.trainings(),
                        String.format(Locale.ROOT, "%,.0f", row.passes()),
                        row.time().map(TimeRange::words).orElse(Cells.UNDEFINED)));
        return Cells.paragraphs(
                table.within(columns),
                String.format(
                        Locale.ROOT,
                        "%,d subjects with %,d usable photos in %d folds. %s%nNothing was trained. The time is"
                                + " estimated from a few steps on this machine; frozen layers, computed once,"
                                + " come on top.",
                        preview.subjects(),
                        preview.photos(),
                        preview.folds(),
                        preview.sentence()));
    }
}
