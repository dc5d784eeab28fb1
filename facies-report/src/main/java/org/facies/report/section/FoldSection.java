package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import org.facies.fold.FoldCounts;
import org.facies.report.run.Run;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;

/**
 * How the cohort was divided.
 *
 * @param leak a warning if photos of one subject are in several folds, or empty
 */
public record FoldSection(String rule, String leak, List<String> classes, List<Row> rows) {

    /** One fold: for each class the subjects and photos that are tested in it. */
    public record Row(int fold, List<Count> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Subjects and photos. */
    public record Count(String subjects, String photos) {}

    public FoldSection {
        classes = List.copyOf(classes);
        rows = List.copyOf(rows);
    }

    static FoldSection of(Run run) {
        List<String> classes = run.classes();
        List<Row> rows = new ArrayList<>();
        run.folds().ifPresent(counts -> counts.folds().forEach(fold -> rows.add(row(counts, fold, classes))));
        return new FoldSection(rule(run), leak(run), run.names().of(classes), rows);
    }

    private static Row row(FoldCounts counts, int fold, List<String> classes) {
        List<Count> cells = new ArrayList<>();
        for (String name : classes) {
            FoldCounts.Cell cell = counts.cell(fold, name);
            cells.add(new Count(Numbers.count(cell.subjects()), Numbers.count(cell.photos())));
        }
        return new Row(fold, cells);
    }

    private static String rule(Run run) {
        String same = run.origin()
                        .study()
                        .map(study -> study.folds().k() + " folds (seed "
                                + study.folds().seed() + ")")
                        .orElse("")
                + ", the same for every model, each class spread as evenly as it can be. ";
        return same
                + (run.origin().splitsSubjects()
                        ? "Photos were divided singly, so photos of one child can be in several folds."
                        : "All photos of a child are in one fold, so no model was tested on a child that it was"
                                + " trained on.");
    }

    private static String leak(Run run) {
        if (!run.origin().splitsSubjects()) {
            return "";
        }
        String extent = run.folds()
                .map(folds -> Phrases.counted(folds.straddlers(), "subject") + " of " + Numbers.count(folds.subjects())
                        + " have photos in more than one fold. ")
                .orElse("");
        return extent + "A model can recognise the person instead of the condition, so these results are too good."
                + " They are for comparison with studies that divided photos. For what to expect of a new"
                + " subject, run the study with the folds by subject.";
    }
}
