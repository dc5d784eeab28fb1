package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.run.Run;
import org.facies.report.text.LevelText;
import org.facies.report.text.Phrases;

/** The same measures over subjects and over single photos. */
public record LevelSection(List<String> columns, List<Group> groups) {
    private static final List<Metric> MEASURES =
            List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.MACRO_F1, Metric.AUC_OVR_MACRO_WITHIN_FOLDS);

    /** A model at every level. */
    public record Group(String model, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /** One level. */
    public record Row(String cases, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public LevelSection {
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
    }

    static LevelSection of(Run run) {
        List<Group> groups = new ArrayList<>();
        for (String model : run.models()) {
            List<Row> rows = new ArrayList<>();
            for (Level level : List.of(Level.SUBJECT, Level.PHOTO)) {
                rows.add(row(level, run.scores(model, level)));
            }
            groups.add(new Group(model, rows));
        }
        return new LevelSection(MEASURES.stream().map(MetricText::title).toList(), groups);
    }

    private static Row row(Level level, LevelText scores) {
        return new Row(
                Phrases.counted(scores.n(), level.name().toLowerCase(Locale.ROOT)),
                MEASURES.stream()
                        .map(measure -> Cell.of(scores.measure(measure)))
                        .toList());
    }
}
