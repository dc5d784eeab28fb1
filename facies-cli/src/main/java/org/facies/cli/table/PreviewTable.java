package org.facies.cli.table;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.facies.study.RoughTime;
import org.facies.study.StudyPreview;

/** What a study will do, for a terminal. */
public final class PreviewTable {
    private final StudyPreview preview;

    public PreviewTable(StudyPreview preview) {
        this.preview = preview;
    }

    /** The tables with lines of at most so many columns. */
    public String within(int columns) {
        TextTable table = new TextTable("model", "candidates", "trainings", "photos looked at", "about");
        preview.models()
                .forEach(row -> table.row(
                        row.model(),
                        row.candidates() == 0 ? Cells.UNDEFINED : row.candidates(),
                        row.trainings(),
                        String.format(Locale.ROOT, "%,.0f", row.passes()),
                        time(row.seconds())));
        return Cells.paragraphs(
                table.within(columns),
                String.format(
                        Locale.ROOT,
                        "%,d subjects with %,d usable photos in %d folds. %s%nNothing was trained. The time is that of"
                                + " a few steps on this machine as busy as it is now; frozen layers, computed once,"
                                + " come on top.",
                        preview.subjects(),
                        preview.photos(),
                        preview.folds(),
                        preview.sentence()));
    }

    private static String time(Optional<Double> seconds) {
        return seconds.map(number -> RoughTime.words(Duration.ofMillis(Math.round(1000 * number))))
                .orElse(Cells.UNDEFINED);
    }
}
