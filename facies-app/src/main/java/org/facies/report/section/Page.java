package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facies.metric.Level;
import org.facies.report.run.Run;
import org.facies.report.text.Phrases;

/**
 * A whole report.
 *
 * @param facts the size of the study, in a few words each
 */
public record Page(
        String name,
        List<String> facts,
        Headline headline,
        Optional<CohortSection> cohort,
        FoldSection folds,
        ModelSection models,
        TestSection tests,
        ClassSection classes,
        ConfusionSection confusion,
        RocSection roc,
        CalibrationSection calibration,
        LevelSection levels,
        TrainingSection training,
        PaperSection paper,
        SettingSection settings) {

    public Page {
        facts = List.copyOf(facts);
    }

    public static Page of(Run run) {
        return new Page(
                run.study().name(),
                facts(run),
                Headline.of(run),
                run.cohort().map(CohortSection::of),
                FoldSection.of(run),
                ModelSection.of(run),
                TestSection.of(run),
                ClassSection.of(run),
                ConfusionSection.of(run),
                RocSection.of(run),
                CalibrationSection.of(run),
                LevelSection.of(run),
                TrainingSection.of(run),
                PaperSection.of(run),
                SettingSection.of(run.study()));
    }

    private static List<String> facts(Run run) {
        List<String> facts = new ArrayList<>();
        run.models().stream().findFirst().ifPresent(model -> {
            for (Level level : List.of(Level.SUBJECT, Level.PHOTO)) {
                long n = run.metrics().scores(model, level).n();
                facts.add(Phrases.counted(n, level.name().toLowerCase(Locale.ROOT)));
            }
        });
        int classes = run.metrics().classes().size();
        facts.add(classes + "\u00a0classes");
        facts.add(Phrases.counted(run.models().size(), "model"));
        facts.add(run.study().k() + " folds by " + run.study().unit());
        return facts;
    }
}
