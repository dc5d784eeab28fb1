package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.run.Run;
import org.facies.report.text.LevelText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/**
 * The same metrics over subjects and over single photos.
 *
 * @param answer in a sentence, of the headline's model
 */
public record LevelSection(String answer, List<String> columns, ByModel<Group> groups) {
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
        return new LevelSection(
                answer(run), MEASURES.stream().map(MetricText::title).toList(), ByModel.of(run, groups, Group::model));
    }

    private static String answer(Run run) {
        return run.headlineModel()
                .map(model -> model + " is correct for "
                        + Numbers.roundPercent(accuracy(run, model, Level.SUBJECT))
                        + " of children by the mean over their photos, and for "
                        + Numbers.roundPercent(accuracy(run, model, Level.PHOTO)) + " of single photos.")
                .orElse("");
    }

    private static double accuracy(Run run, String model, Level level) {
        return run.scores(model, level).measure(Metric.ACCURACY).value();
    }

    private static Row row(Level level, LevelText scores) {
        return new Row(
                level == Level.SUBJECT ? Children.counted(scores.n()) : Phrases.counted(scores.n(), "photo"),
                MEASURES.stream()
                        .map(measure -> Cell.of(scores.measure(measure)))
                        .toList());
    }
}
