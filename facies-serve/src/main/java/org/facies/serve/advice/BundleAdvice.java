package org.facies.serve.advice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.facies.align.InOrder;
import org.facies.bundle.Bundle;
import org.facies.bundle.BundleFile;
import org.facies.bundle.PhotoReading;
import org.facies.bundle.Predictor;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.conformal.Assurance;
import org.facies.conformal.Conformity;
import org.facies.decision.Answer;
import org.facies.decision.SetRule;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.progress.Progress;
import org.facies.reading.Advice;
import org.facies.reading.ReadingCase;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingPlan;
import org.facies.reading.ShownModel;
import org.facies.result.FinishedRun;
import org.facies.run.RunDirectory;
import org.facies.workspace.Workspace;

/** Answers of a bundle about children that the run behind the bundle has not seen. */
final class BundleAdvice {
    private final Path file;
    private final List<ReadingDesign.ShownClass> classes;
    private final ReadingDesign.Advisor advisor;
    private final FinishedRun run;
    private final Workspace workspace;

    BundleAdvice(Path file, ReadingDesign design, FinishedRun run, Workspace workspace) {
        this.file = file;
        this.classes = design.classes();
        this.advisor = design.model().orElseThrow();
        this.run = run;
        this.workspace = workspace;
    }

    ShownAdvice of(Path place, Cohort cohort, ReadingPlan plan, CohortMatch match) {
        Bundle bundle = Bundle.open(place);
        BundleFile about = bundle.file();
        requireOfRun(place, about);
        match.requireUnseen();
        Choices choices = Choices.of(file, classes, about.labels(), "the bundle " + about.name());
        SetRule rule = rule(place, about);
        return new ShownAdvice(
                new ShownModel(model(place, about), advisor.bundle().orElseThrow(), about.digest()),
                answers(bundle, cohort, plan).stream()
                        .map(answer -> advice(answer, choices, about.labels(), rule))
                        .toList());
    }

    private void requireOfRun(Path place, BundleFile about) {
        if (about.provenance().recalibrated().isPresent()) {
            throw new BadInput(
                    place.toString(),
                    "",
                    "was recalibrated on other children, and the cases may be among them",
                    "Show the bundle from which it was made.");
        }
        if (!isOf(about.provenance().inputs(), run.directory())) {
            throw new BadInput(
                    place.toString(),
                    "",
                    "was not made from the run " + run.directory().root()
                            + ", so Facies cannot check whether it was trained on the cases",
                    "Name the run from which it was made with model.run.");
        }
    }

    /** The study and its predictions; {@code metrics.json} changes when readers are added to a run. */
    private static boolean isOf(Map<String, String> made, RunDirectory files) {
        return Sha256.ofReadable(files.study()).equals(made.get("study.yaml"))
                && Sha256.ofReadable(files.predictions()).equals(made.get("predictions.csv"));
    }

    private String model(Path place, BundleFile about) {
        String own = about.classifiers().stream()
                .map(BundleFile.Network::model)
                .distinct()
                .collect(Collectors.joining(" + "));
        advisor.model().filter(named -> !named.equals(own)).ifPresent(named -> {
            throw new BadInput(
                    file + ", key model.model",
                    named,
                    "is not the model of the bundle " + place + ", which is " + own,
                    "Remove the key.");
        });
        return own;
    }

    private SetRule rule(Path place, BundleFile about) {
        List<SetRule> usual = about.decision().sets().stream()
                .filter(rule -> rule.conformity() == Conformity.LAC && rule.assurance() == Assurance.AVERAGE)
                .toList();
        return usual.stream()
                .filter(rule -> rule.levelPercent() == advisor.setPercent())
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        file + ", key model.set_percent",
                        "" + advisor.setPercent(),
                        "is not a level of the prediction sets of " + place,
                        "Give one of "
                                + usual.stream()
                                        .map(rule -> "" + rule.levelPercent())
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private List<Answer> answers(Bundle bundle, Cohort cohort, ReadingPlan plan) {
        Map<String, Photo> photos = cohort.photos().stream().collect(Collectors.toMap(Photo::path, photo -> photo));
        List<Optional<Answer>> answers = new ArrayList<>();
        try (Predictor predictor = Predictor.open(bundle, Predictor.Settings.ofBundle());
                Progress.Bar bar = workspace
                        .progress()
                        .start("Answers of the model", plan.cases().size())) {
            InOrder.forEach(plan.cases(), workspace.threads(), one -> answer(predictor, photos, one), answer -> {
                answers.add(answer);
                bar.at(answers.size());
            });
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while the model answered");
        }
        long silent = answers.stream().filter(Optional::isEmpty).count();
        if (silent > 0) {
            throw new BadInput(
                    file + ", key model.bundle",
                    bundle.file().name(),
                    "cannot answer about " + silent + " of the " + answers.size()
                            + " cases, because it can use none of their photos",
                    "Check the photos with \"facies predict\", and leave these children out.");
        }
        return answers.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Answer> answer(Predictor predictor, Map<String, Photo> photos, ReadingCase one) {
        List<PhotoReading> readings = one.photos().stream()
                .map(path -> predictor.read(photos.get(path).file()))
                .toList();
        return predictor.child(readings, OptionalDouble.empty()).answer();
    }

    private static Advice advice(Answer answer, Choices choices, List<String> labels, SetRule rule) {
        double[] probabilities = new double[labels.size()];
        boolean[] set = new boolean[labels.size()];
        List<String> inSet = answer.sets().stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .classes();
        for (int c = 0; c < set.length; c++) {
            probabilities[c] = answer.probabilities().get(labels.get(c));
            set[c] = inSet.contains(labels.get(c));
        }
        return choices.advice(probabilities, set, rule.levelPercent());
    }
}
