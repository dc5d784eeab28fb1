package org.facies.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.facies.autograd.ComputeDevice;
import org.facies.file.Sha256;
import org.facies.model.Acknowledgement;
import org.facies.model.InstalledModel;
import org.facies.model.Licence;
import org.facies.model.ModelCard;
import org.facies.model.ModelKind;
import org.facies.model.ModelSource;
import org.facies.model.ModelZoo;
import org.facies.progress.Progress;
import org.facies.run.RunDirectory;
import org.facies.workspace.Workspace;

/** Trainings of the toy network on a toy cohort. */
record ToyTrials(Path folder, AlignedCohort aligned) {

    /** @param settings of a model in a study file, in braces */
    ModelTrials of(String settings) {
        try {
            Path file = Files.writeString(
                    folder.resolve("study.yaml"),
                    "models:\n  - {name: a, " + settings + "}\ntraining: {batch_size: 8}\n");
            Backbone backbone = backbone();
            return new ModelTrials(
                    new FrozenLayers().resolved(StudyFile.read(file).models().get(0), backbone),
                    backbone,
                    aligned,
                    ModelTrials.activations(aligned, new RunDirectory(folder), machine()),
                    machine());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Backbone backbone() {
        Path file = folder.resolve("toy.onnx");
        ToyCohort.network().write(file);
        String hash = Sha256.of(ToyCohort.network().toBytes());
        ModelCard card = new ModelCard(
                "toy",
                "A toy.",
                new ModelKind.Backbone(ToyCohort.INPUT, 8, "input", "embedding"),
                new ModelSource.TrainedHere("toy", hash),
                new Licence("none", "made by a test", ""));
        return new Backbone.Installed("toy", new InstalledModel(card, file, hash));
    }

    /** Its clock stands still, so that the seconds of a history are the same each time. */
    TrainingWorkspace machine() {
        Clock stopped = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        ModelZoo zoo = ModelZoo.in(folder.resolve("home"), Acknowledgement.GIVEN, stopped, Progress.silent());
        return new TrainingWorkspace(
                new Workspace(zoo, folder.resolve("home"), 2, "test", stopped, Progress.silent()),
                new ComputeDevice.Cpu());
    }
}
