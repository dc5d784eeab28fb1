package org.facies.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.FaciesProcess;
import org.facies.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that are here, as the demo leaves them: nobody has agreed to their terms, and nobody sits at the terminal. */
@Tag("slow")
class ModelTermsTest {
    private static final String UNAGREED =
            "model: \"%s\" has terms that you have not accepted yet: licence: %s. If they permit your use, run"
                    + " \"facies model pull %s --yes\" once to record that you accept them.";

    @TempDir
    private Path folder;

    private FaciesProcess facies;
    private Path manifest;

    @BeforeEach
    void demoWasRun() throws IOException {
        facies = FaciesProcess.withFaceNetworksOnly(folder.resolve("home"));
        manifest = DrawnCohort.write(folder.resolve("cohort"), 4, 3);
        Files.writeString(
                folder.resolve("pairs.csv"),
                "photo_a,photo_b,same\n"
                        + "cohort/photos/none-0_1.jpg,cohort/photos/none-0_2.jpg,1\n".repeat(10)
                        + "cohort/photos/none-0_1.jpg,cohort/photos/none-1_1.jpg,0\n".repeat(10));
        Files.writeString(
                folder.resolve("study.yaml"),
                "cohort: cohort/manifest.csv\nfolds: {k: 2}\nmodels:\n  - {name: a, backbone: iresnet18, pretrained:"
                        + " false}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cohort align COHORT/manifest.csv --out OUT --for dlib-resnet",
                "cohort audit COHORT/manifest.csv --out OUT --model landmarks-68",
                "embed COHORT/photos/none-0_1.jpg --model landmarks-68 --out OUT/e.csv",
                "model verify landmarks-68 --pairs PAIRS",
                "model quantise landmarks-68 --cohort COHORT/manifest.csv",
                "model pretrain --identities COHORT/manifest.csv --as ours --out OUT",
                "model pull retinaface-mnet25 landmarks-68",
                "study run STUDY --out OUT",
                "study run STUDY --out OUT --dry-run",
                "study power --cohort COHORT/manifest.csv --folds 2 --model landmarks-68 --out OUT"
            })
    void every_command_but_the_demo_refuses_and_says_how_to_agree(String line) throws Exception {
        Path out = folder.resolve("out");
        String[] words = line.replace("COHORT", manifest.getParent().toString())
                .replace("OUT", out.toString())
                .replace("PAIRS", folder.resolve("pairs.csv").toString())
                .replace("STUDY", folder.resolve("study.yaml").toString())
                .split(" ");

        CommandLineRun refused = facies.run(words);

        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.out()).isEmpty();
        String detector = "MIT (package retinaface); origin: InsightFace's RetinaFace mnet.25, trained on WIDER FACE;"
                + " The package states MIT; InsightFace, whose weights these are, allows its model files for"
                + " non-commercial research only";
        String landmarks = "MIT (package faceplugin); origin: not stated; The package states MIT, and does not say on"
                + " which photos the network was trained";
        assertThat(refused.err().lines().distinct())
                .containsExactly(
                        UNAGREED.formatted("retinaface-mnet25", detector, "retinaface-mnet25"),
                        UNAGREED.formatted("landmarks-68", landmarks, "landmarks-68"));
        assertThat(out).doesNotExist();
        assertThat(facies.home().resolve("acknowledged")).doesNotExist();
    }

    @Test
    void pulling_with_yes_records_terms_and_time_and_then_the_commands_work() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        CommandLineRun pulled = facies.run("model", "pull", "retinaface-mnet25", "landmarks-68", "--yes");
        CommandLineRun aligned = facies.run(
                "cohort",
                "align",
                manifest.toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(pulled.exitCode()).as(pulled.err()).isZero();
        List<String> record = Files.readAllLines(facies.home().resolve("acknowledged/landmarks-68.txt"));
        assertThat(record.get(0))
                .isEqualTo("licence: MIT (package faceplugin); origin: not stated; The package states MIT, and does"
                        + " not say on which photos the network was trained.");
        assertThat(Instant.parse(record.get(1).substring("agreed: ".length()))).isBetween(before, Instant.now());
        assertThat(aligned.exitCode()).as(aligned.err()).isZero();
    }

    @Test
    void a_card_says_whether_its_terms_were_agreed_to() throws Exception {
        CommandLineRun before = facies.run("model", "info", "landmarks-68");
        facies.run("model", "pull", "landmarks-68", "--yes");
        CommandLineRun after = facies.run("model", "info", "landmarks-68");
        CommandLineRun free = facies.run("model", "info", "dlib-resnet");

        assertThat(before.out()).contains("  terms     not agreed to; to agree: facies model pull landmarks-68 --yes");
        assertThat(after.out()).contains("  terms     agreed to");
        assertThat(free.out()).doesNotContain("terms  ");
    }

    @Test
    void a_file_that_was_brought_by_hand_is_used_on_the_same_terms() throws Exception {
        Path file = facies.home().resolve("models/landmarks-68/model.onnx");

        CommandLineRun refused = facies.run("model", "pull", "landmarks-68", "--from", file.toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).contains("has terms that you have not accepted yet");
    }
}
