package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.facies.fold.FoldUnit;
import org.facies.metric.Level;
import org.facies.report.run.Origin;
import org.facies.report.run.Run;
import org.facies.report.text.Phrases;
import org.facies.report.text.SimulatedMark;
import org.facies.result.AuditReport;
import org.facies.result.settings.StudySettings;

/**
 * A whole report. Parts that only a study has (folds, training) are empty if predictions of another tool were
 * evaluated.
 *
 * @param kind of report, above its name
 * @param facts the size of the study, in a few words each
 */
public record Page(
        String kind,
        String name,
        List<String> facts,
        Headline headline,
        Optional<ContrastSection> contrasts,
        Optional<RepeatSection> repeats,
        Optional<SplitSection> splits,
        Optional<ValidationSection> validation,
        Optional<CohortSection> cohort,
        Optional<FoldSection> folds,
        ChoiceSection choice,
        ModelSection models,
        TestSection tests,
        Optional<ReaderSection> readers,
        ClassSection classes,
        ConfusionSection confusion,
        RocSection roc,
        PrecisionRecallSection precisionRecall,
        SensitivitySection sensitivity,
        CalibrationSection calibration,
        ClassCalibrationSection classCalibration,
        SetSection sets,
        AbstentionSection abstention,
        ScreeningSection screening,
        NetBenefitSection netBenefit,
        NoveltySection novelty,
        SubgroupSection subgroups,
        StenosisSection stenosis,
        LevelSection levels,
        PhotoSection photos,
        Optional<TrainingSection> training,
        PaperSection paper,
        Optional<AuditSection> audit,
        SettingSection settings) {

    public Page {
        facts = List.copyOf(facts);
    }

    public static Page of(Run run) {
        return new Page(
                run.origin().isImported() ? "Facies evaluation report" : "Facies study report",
                run.origin().name(),
                facts(run),
                Headline.of(run),
                run.planned()
                        .contrasts()
                        .map(contrasts -> ContrastSection.of(contrasts, run.names(), TrainingSection.undertrained(run))
                                .withOthers(run.unfairContrasts())),
                run.planned().repeats().map(RepeatSection::of),
                run.planned().splits().map(SplitSection::of),
                run.validation().map(validation -> ValidationSection.of(validation, run.names())),
                run.cohort().map(cohort -> CohortSection.of(cohort, run.names(), run.columns())),
                ofStudy(run, FoldSection::of),
                ChoiceSection.of(run),
                ModelSection.of(run),
                TestSection.of(run),
                ReaderSection.of(run),
                ClassSection.of(run),
                ConfusionSection.of(run),
                RocSection.of(run),
                PrecisionRecallSection.of(run),
                SensitivitySection.of(run),
                CalibrationSection.of(run),
                ClassCalibrationSection.of(run),
                SetSection.of(run),
                AbstentionSection.of(run),
                ScreeningSection.of(run),
                NetBenefitSection.of(run),
                NoveltySection.of(run),
                SubgroupSection.of(run),
                StenosisSection.of(run),
                LevelSection.of(run),
                PhotoSection.of(run),
                ofStudy(run, TrainingSection::of),
                PaperSection.of(run),
                run.audit().map(AuditReport::findings).map(AuditSection::of),
                SettingSection.of(run.origin()));
    }

    private static List<String> facts(Run run) {
        List<String> facts = new ArrayList<>();
        run.models().stream().findFirst().ifPresent(model -> {
            facts.add(Children.counted(run.scores(model, Level.SUBJECT).n()));
            facts.add(Phrases.counted(run.scores(model, Level.PHOTO).n(), "photo"));
        });
        int classes = run.classes().size();
        facts.add(classes + "\u00a0classes");
        facts.add(Phrases.counted(run.models().size(), "model"));
        run.validation().ifPresent(validation -> facts.add("external validation of “" + validation.study() + "”"));
        ofStudy(run, Run::origin)
                .flatMap(Origin::study)
                .map(StudySettings::folds)
                .ifPresent(folds -> facts.add(
                        folds.k() + " folds by " + (folds.primary() == FoldUnit.SUBJECT ? "child" : "photo")));
        ReadersText.of(run.metrics())
                .ifPresent(readers -> facts.add(readers.counted(readers.names().size())));
        return facts;
    }

    /** Whether models were trained here: a study names missing parts, other reports leave them out. */
    public boolean isStudy() {
        return folds.isPresent();
    }

    /** The note on simulated readers, or empty. */
    public String simulatedReaders() {
        return readers.filter(ReaderSection::isSimulated)
                .map(section -> SimulatedMark.SENTENCE)
                .orElse("");
    }

    /** The summary of an audit with alarms, or empty. */
    public String alarm() {
        return audit.filter(AuditSection::isAlarming).map(AuditSection::summary).orElse("");
    }

    /** The warning about photos of one subject in several folds, or empty. */
    public String leak() {
        return folds.map(FoldSection::leak).orElse("");
    }

    /** A section that only a run with training has. */
    private static <T> Optional<T> ofStudy(Run run, Function<Run, T> section) {
        boolean trainedHere = !run.origin().isImported() && run.validation().isEmpty();
        return trainedHere ? Optional.of(section.apply(run)) : Optional.empty();
    }
}
