package org.facies.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.FaciesProcess;
import org.facies.cli.command.ExitCode;
import org.facies.model.Architectures;
import org.facies.model.weights.TorchWriter;
import org.facies.onnx.OnnxGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's backbone.pth of an IResNet-18, from the import to a study; its weights are fresh ones. */
@Tag("slow")
class ImportedWeightsTest {

    private static final String STUDY = """
        cohort: manifest.csv
        folds: {k: 2}
        models:
          - name: mine
            backbone: iresnet18
            pretrained: backbone.pth
            training: {epochs: 1, freeze_below: layer3, cached_views: 1, head_start: random}
        """;

    @TempDir
    private Path folder;

    private FaciesProcess facies;
    private Path weights;

    @BeforeEach
    void bring() throws IOException {
        facies = FaciesProcess.withFaceNetworks(folder.resolve("home"));
        weights = write(1);
    }

    private Path write(long seed) throws IOException {
        OnnxGraph network =
                Architectures.find("iresnet18").orElseThrow().graph().freshlyInitialised(seed);
        Path file = folder.resolve("backbone.pth");
        TorchWriter.FLOAT16.write(file, "", StateDicts.of(network));
        return file;
    }

    @Test
    void an_import_with_a_restriction_is_refused_unless_it_is_agreed_to() throws Exception {
        String[] command = {
            "model",
            "import",
            weights.toString(),
            "--as",
            "mine",
            "--licence",
            "CC BY-NC 4.0",
            "--origin",
            "elsewhere",
            "--restriction",
            "Not for sale.",
            "--geometry",
            "arcface-112",
            "--colours",
            "rgb",
            "--mean",
            "127.5",
            "--scale",
            "127.5"
        };

        CommandLineRun refused = facies.run(command);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err())
                .isEqualToIgnoringNewLines("model: \"mine\" has terms that you have not accepted yet: licence: CC BY-NC"
                        + " 4.0; origin: elsewhere; Not for sale. If they permit your use, repeat the"
                        + " command with --yes.");
        assertThat(facies.home().resolve("models/mine")).doesNotExist();
    }

    @Test
    void a_backbone_is_imported_described_and_used() throws Exception {
        DrawnCohort.write(folder, 1, 3);
        String photo = folder.resolve("photos/none-0_1.jpg").toString();

        CommandLineRun unasked = facies.run("model", "import", weights.toString(), "--as", "mine");
        CommandLineRun imported = facies.run("model", "import", weights.toString(), "--as", "mine", "--yes");
        CommandLineRun info = facies.run("model", "info", "mine");
        CommandLineRun embedded = facies.run("embed", photo, "--model", "mine");

        assertThat(unasked.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(unasked.err())
                .startsWith(weights
                        + ": does not contain what only you can know: --geometry (proposed: arcface-112), --mean "
                        + "(proposed: 127.5), --scale (proposed: 127.5), --colours (proposed: rgb), --licence ")
                .hasLineCount(1);
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(imported.out())
                .contains(
                        "torch state dict, IResNet-18 for crops of 112 × 112, 24.0 million weights, 31 batch norms,"
                                + " embeddings of 512 numbers.",
                        "It can be trained.",
                        "mine is installed: ");
        assertThat(info.out())
                .contains(
                        "mine: Imported IResNet-18, 512 numbers.",
                        "source    file backbone.pth",
                        "licence   InsightFace: code MIT; weights for non-commercial research only",
                        "caution   Weights of InsightFace are for non-commercial research only.",
                        "input     aligned crop arcface-112, RGB, (x − 127.5) / 127.5",
                        "training  It can be trained.");
        assertThat(embedded.exitCode()).as(embedded.err()).isZero();
        assertThat(embedded.out().lines().toList().get(1).split(",", -1)).hasSize(513);
    }

    @Test
    void a_study_fine_tunes_a_brought_file_and_refuses_another_in_its_place() throws Exception {
        DrawnCohort.write(folder, 2, 3);
        Path study = Files.writeString(folder.resolve("study.yaml"), STUDY);
        Path run = folder.resolve("run");
        String[] command = {"study", "run", study.toString(), "--out", run.toString(), "--threads", "2", "--yes"};

        CommandLineRun first = facies.run(command);
        CommandLineRun again = facies.run(command);
        write(2);
        CommandLineRun changed = facies.run(command);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(Files.readString(run.resolve("study.yaml")))
                .contains("backbone: iresnet18", "pretrained: backbone.pth", "source: file backbone.pth");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(changed.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(changed.err()).contains("provenance.models.backbone.pth.source_sha256 was ", "is now ", "--out");
    }
}
