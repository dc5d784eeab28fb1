package org.facies;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
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
    void arrows_between_modules_go_one_way() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy(
                        "org.facies.input..",
                        "org.facies.file..",
                        "org.facies.table..",
                        "org.facies.progress..",
                        "org.facies.run..",
                        "org.facies.result..",
                        "org.facies.cohort..",
                        "org.facies.fold..",
                        "org.facies.metric..",
                        "org.facies.reader..",
                        "org.facies.statistic..",
                        "org.facies.calibration..",
                        "org.facies.conformal..",
                        "org.facies.novelty..",
                        "org.facies.subgroup..",
                        "org.facies.uncertainty..",
                        "org.facies.classifier..")
                .layer("vision")
                .definedBy(
                        "org.facies.image..",
                        "org.facies.inference..",
                        "org.facies.detect..",
                        "org.facies.align..",
                        "org.facies.model..",
                        "org.facies.embed..",
                        "org.facies.predict..",
                        "org.facies.onnx..",
                        "org.facies.workspace..")
                .layer("learn")
                .definedBy("org.facies.autograd..", "org.facies.loss..", "org.facies.train..")
                .layer("report")
                .definedBy("org.facies.report..")
                .layer("synth")
                .definedBy("org.facies.synth..")
                .layer("study")
                .definedBy(
                        "org.facies.study..",
                        "org.facies.evaluate..",
                        "org.facies.audit..",
                        "org.facies.pretrain..",
                        "org.facies.validation..",
                        "org.facies.quantise..",
                        "org.facies.power..")
                .layer("command line")
                .definedBy("org.facies.cli..", "org.facies.doctor..", "org.facies.demo..")
                .whereLayer("core")
                .mayNotAccessAnyLayer()
                .whereLayer("vision")
                .mayOnlyAccessLayers("core")
                .whereLayer("report")
                .mayOnlyAccessLayers("core")
                .whereLayer("learn")
                .mayOnlyAccessLayers("core", "vision")
                .whereLayer("synth")
                .mayOnlyAccessLayers("core", "vision")
                .whereLayer("study")
                .mayOnlyAccessLayers("core", "vision", "learn", "report")
                .whereLayer("command line")
                .mayOnlyAccessLayers("core", "vision", "learn", "report", "synth", "study")
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
                                "org.facies.embed.."))))
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
}
