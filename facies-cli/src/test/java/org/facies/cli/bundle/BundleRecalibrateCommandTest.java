package org.facies.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.facies.DrawnCohort;
import org.facies.bundle.Bundle;
import org.facies.bundle.BundleFile;
import org.facies.bundle.DrawnBundle;
import org.facies.cli.CommandLineRun;
import org.facies.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleRecalibrateCommandTest {
    @TempDir
    private Path folder;

    private Path bundle;
    private Path local;

    @BeforeEach
    void make() {
        bundle = folder.resolve("drawn.facies");
        local = folder.resolve("local.facies");
        DrawnBundle.write(bundle, Optional.empty());
    }

    @Test
    void the_new_bundle_has_the_same_networks_a_decision_of_its_own_and_names_both() throws IOException {
        CommandLineRun done = recalibrate(cohort(20));

        assertThat(done.exitCode()).as(done.err()).isZero();
        BundleFile before = Bundle.open(bundle).file();
        BundleFile after = Bundle.open(local).file();
        assertThat(after.name()).isEqualTo("local");
        assertThat(after.provenance().recalibrated()).contains(before.digest());
        assertThat(after.decision().subjects())
                .containsEntry("none", 20)
                .containsEntry("noonan", 20)
                .containsEntry("wbs", 20);
        assertThat(after.performance().children()).isEqualTo(60);
        assertThat(after.limits()).anyMatch(limit -> limit.contains(before.digest()));
        before.files().forEach((name, hash) -> {
            if (name.endsWith(".onnx")) {
                assertThat(after.files()).containsEntry(name, hash);
            }
        });
        assertThat(new String(Files.readAllBytes(local), StandardCharsets.ISO_8859_1))
                .doesNotContain("none-7", "none-7_1.jpg");
    }

    @Test
    void every_class_with_too_few_children_is_named() throws IOException {
        CommandLineRun refused = recalibrate(cohort(5));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err().lines().filter(line -> line.contains("has 5 children with a usable photo")))
                .hasSize(3);
        assertThat(local).doesNotExist();
    }

    @Test
    void a_class_that_the_bundle_does_not_know_is_named() throws IOException {
        Path manifest = DrawnCohort.write(folder, 5, 3);

        CommandLineRun refused = recalibrate(manifest);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err())
                .contains("wide-eyes", "wide-mouth", "is not a class of the bundle (none, noonan," + " wbs)");
    }

    /** Children of each class of the bundle. */
    private Path cohort(int children) throws IOException {
        Path manifest = DrawnCohort.write(folder, children, 3);
        String rows = Files.readString(manifest);
        return Files.writeString(
                manifest, rows.replace(",wide-eyes,", ",noonan,").replace(",wide-mouth,", ",wbs,"));
    }

    private CommandLineRun recalibrate(Path manifest) {
        return facies(
                "bundle", "recalibrate", bundle.toString(), "--cohort", manifest.toString(), "--out", local.toString());
    }
}
