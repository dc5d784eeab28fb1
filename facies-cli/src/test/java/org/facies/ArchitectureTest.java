package org.facies;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.io.IOException;
import java.nio.file.Path;
import org.facies.cohort.ManifestReader;
import org.facies.cohort.ManifestRules;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md. */
class ArchitectureTest {
    private static final JavaClasses FACIES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.facies");

    @Test
    void modules_import_what_the_table_says_and_only_the_command_line_imports_study() throws IOException {
        ModuleTable table = ModuleTable.read();
        Architectures.LayeredArchitecture layers =
                Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String module : table.modules()) {
            layers = layers.layer(module)
                    .definedBy(table.packages(module).stream()
                            .map(name -> "org.facies." + name + "..")
                            .toArray(String[]::new));
        }
        for (String module : table.modules()) {
            String[] imports = table.reachedFrom(module).toArray(String[]::new);
            layers = imports.length == 0
                    ? layers.whereLayer(module).mayNotAccessAnyLayer()
                    : layers.whereLayer(module).mayOnlyAccessLayers(imports);
        }
        layers.whereLayer("facies-study")
                .mayOnlyBeAccessedByLayers("facies-cli")
                .check(FACIES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("org.facies.(*)..").should().beFreeOfCycles().check(FACIES);
        slices().matching("org.facies.(**)").should().beFreeOfCycles().check(FACIES);
    }

    @Test
    void only_main_ends_the_process() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.facies.cli.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(FACIES);
    }

    /** What reads a manifest another way could keep its warnings to itself. */
    @Test
    void only_the_check_and_the_one_place_that_tells_warnings_read_manifests() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.facies.study.CheckedCohort")
                .and()
                .doNotHaveFullyQualifiedName("org.facies.cli.cohort.CohortCheckCommand")
                .and()
                .resideOutsideOfPackage("org.facies.cohort..")
                .should()
                .callMethod(ManifestReader.class, "read", Path.class, ManifestRules.class)
                .check(FACIES);
    }

    @Test
    void only_the_decoder_reads_images() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.facies.image..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.imageio..", "com.twelvemonkeys..", "com.drew..")
                .check(FACIES);
    }

    @Test
    void only_one_package_touches_onnx_runtime() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.facies.inference..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .check(FACIES);
    }

    @Test
    void running_a_network_knows_no_pictures_and_predicting_knows_no_study() {
        noClasses()
                .that()
                .resideInAPackage("org.facies.inference..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.facies..")
                        .and(not(resideInAnyPackage(
                                "org.facies.inference..",
                                "org.facies.file..",
                                "org.facies.input..",
                                "org.facies.onnx.."))))
                .check(FACIES);
        noClasses()
                .that()
                .resideInAPackage("org.facies.predict..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.facies..")
                        .and(not(resideInAnyPackage(
                                "org.facies.predict..",
                                "org.facies.input..",
                                "org.facies.file..",
                                "org.facies.image..",
                                "org.facies.align..",
                                "org.facies.model..",
                                "org.facies.onnx..",
                                "org.facies.embed..",
                                "org.facies.novelty..",
                                "org.facies.inference.."))))
                .check(FACIES);
    }

    @Test
    void results_do_not_travel_by_java_serialization() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.Object(In|Out)putStream")
                .check(FACIES);
    }

    @Test
    void readers_of_weights_find_nothing_by_name_and_start_nothing() {
        noClasses()
                .that()
                .resideInAPackage("org.facies.model.weights..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.lang\\.(reflect\\..*|ClassLoader|Process.*|Runtime)|java\\.util\\.ServiceLoader"
                                + "|java\\.net\\..*|javax?\\.script\\..*")
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .check(FACIES);
    }

    @Test
    void libtorch_is_touched_in_the_learning_room_only() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.facies.autograd..", "org.facies.loss..", "org.facies.train..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bytedeco..")
                .check(FACIES);
    }

    @Test
    void the_time_of_this_machine_is_read_in_one_place() {
        noClasses()
                .that()
                .doNotHaveSimpleName("SystemTime")
                .should()
                .accessTargetWhere(describe("is the machine's time", ArchitectureTest::readsTheTime))
                .check(FACIES);
    }

    private static boolean readsTheTime(JavaAccess<?> access) {
        String target = access.getTarget().getFullName();
        return target.matches("java\\.lang\\.System\\.(nanoTime|currentTimeMillis)\\(\\)")
                || target.matches("java\\.time\\.\\w+\\.now\\(\\)")
                || target.matches("java\\.time\\.\\w+\\.now\\(java\\.time\\.ZoneId\\)")
                || target.matches(
                        "java\\.time\\.Clock\\.(system|tick)(UTC|DefaultZone|Seconds|Minutes|Millis)?\\(.*\\)")
                || target.matches("java\\.util\\.(Date|GregorianCalendar)\\.<init>\\(\\)")
                || target.matches("java\\.util\\.Calendar\\.getInstance\\(.*\\)");
    }

    /** A line from elsewhere could name a photo. */
    @Test
    void only_the_run_log_and_the_command_line_log_and_one_package_knows_how() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.facies.run..", "org.facies.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .check(FACIES);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.facies.cli.log..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.System$Logger")
                .check(FACIES);
    }
}
