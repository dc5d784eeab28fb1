package org.facies.serve.advice;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.PredictionTable;
import org.facies.reading.Advice;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingPlan;
import org.facies.reading.ShownModel;
import org.facies.result.FinishedRun;
import org.facies.run.RunDirectory;

/** Out-of-fold answers of a run about its own children. */
final class RunAdvice {
    private final Path file;
    private final List<ReadingDesign.ShownClass> classes;
    private final ReadingDesign.Advisor advisor;
    private final FinishedRun run;

    RunAdvice(Path file, ReadingDesign design, FinishedRun run) {
        this.file = file;
        this.classes = design.classes();
        this.advisor = design.model().orElseThrow();
        this.run = run;
    }

    ShownAdvice of(ReadingPlan plan, CohortMatch match) {
        RunDirectory files = run.directory();
        Choices choices = Choices.of(file, classes, run.classes(), "the run " + files.root());
        PredictionTable predictions = PredictionTable.read(files.predictions()).first();
        String model = model(predictions.models());
        HeldOutSubjects subjects = HeldOutSubjects.of(predictions, model);
        match.requireInRun(choices, diagnoses(subjects));
        OutOfFold said = new OutOfFold(subjects, advisor.setPercent());
        List<Advice> cases = plan.cases().stream()
                .map(one -> said.of(one.subject()))
                .map(of -> choices.advice(of.probabilities(), of.set(), advisor.setPercent()))
                .toList();
        return new ShownAdvice(new ShownModel(model, advisor.run(), Sha256.ofReadable(files.predictions())), cases);
    }

    private String model(List<String> models) {
        String model = advisor.model().orElseGet(() -> run.best().name());
        if (!models.contains(model)) {
            throw new BadInput(
                    file + ", key model.model",
                    model,
                    "is not a model of the run",
                    "Name one of " + String.join(", ", models) + ", or remove the key.");
        }
        return model;
    }

    private static Map<String, String> diagnoses(HeldOutSubjects subjects) {
        Map<String, String> diagnoses = new HashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            diagnoses.put(subjects.id(i), subjects.classes().get(subjects.truth(i)));
        }
        return diagnoses;
    }
}
