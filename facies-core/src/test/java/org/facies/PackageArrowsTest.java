package org.facies;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package of this module may know which. */
class PackageArrowsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.facies");

    @Test
    void arrows_go_one_way() {
        slices().matching("org.facies.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void each_package_imports_only_what_its_package_info_says() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("input")
                .definedBy("org.facies.input..")
                .layer("file")
                .definedBy("org.facies.file..")
                .layer("table")
                .definedBy("org.facies.table..")
                .layer("cohort")
                .definedBy("org.facies.cohort..")
                .layer("fold")
                .definedBy("org.facies.fold..")
                .layer("statistic")
                .definedBy("org.facies.statistic..")
                .layer("classifier")
                .definedBy("org.facies.classifier..")
                .layer("metric")
                .definedBy("org.facies.metric..")
                .layer("reader")
                .definedBy("org.facies.reader..")
                .layer("progress")
                .definedBy("org.facies.progress..")
                .layer("run")
                .definedBy("org.facies.run..")
                .layer("result")
                .definedBy("org.facies.result..")
                .layer("calibration")
                .definedBy("org.facies.calibration..")
                .layer("conformal")
                .definedBy("org.facies.conformal..")
                .layer("novelty")
                .definedBy("org.facies.novelty..")
                .layer("subgroup")
                .definedBy("org.facies.subgroup..")
                .layer("uncertainty")
                .definedBy("org.facies.uncertainty..")
                .layer("decision")
                .definedBy("org.facies.decision..")
                .layer("privacy")
                .definedBy("org.facies.privacy..")
                .layer("schema")
                .definedBy("org.facies.schema..")
                .layer("contrast")
                .definedBy("org.facies.contrast..")
                .layer("reading")
                .definedBy("org.facies.reading..")
                .whereLayer("input")
                .mayNotAccessAnyLayer()
                .whereLayer("statistic")
                .mayNotAccessAnyLayer()
                .whereLayer("classifier")
                .mayOnlyAccessLayers("statistic")
                .whereLayer("file")
                .mayOnlyAccessLayers("input")
                .whereLayer("table")
                .mayOnlyAccessLayers("input", "file")
                .whereLayer("cohort")
                .mayOnlyAccessLayers("input", "file", "table")
                .whereLayer("fold")
                .mayOnlyAccessLayers("input", "file", "table", "cohort")
                .whereLayer("metric")
                .mayOnlyAccessLayers("input", "file", "table", "schema", "statistic")
                .whereLayer("calibration")
                .mayOnlyAccessLayers("metric", "statistic")
                .whereLayer("conformal")
                .mayOnlyAccessLayers("metric", "statistic")
                .whereLayer("novelty")
                .mayOnlyAccessLayers("input", "table", "metric")
                .whereLayer("subgroup")
                .mayOnlyAccessLayers("input", "schema", "cohort", "metric", "statistic", "calibration")
                .whereLayer("uncertainty")
                .mayOnlyAccessLayers("metric", "statistic", "calibration", "conformal", "novelty", "subgroup")
                .whereLayer("decision")
                .mayOnlyAccessLayers(
                        "input", "schema", "metric", "statistic", "calibration", "conformal", "novelty", "uncertainty")
                .whereLayer("contrast")
                .mayOnlyAccessLayers("metric", "statistic", "schema")
                .whereLayer("privacy")
                .mayOnlyAccessLayers("metric", "statistic")
                .whereLayer("reader")
                .mayOnlyAccessLayers("input", "table", "schema", "statistic", "metric")
                .whereLayer("reading")
                .mayOnlyAccessLayers("input", "file", "table", "schema", "cohort")
                .whereLayer("progress")
                .mayNotAccessAnyLayer()
                .whereLayer("run")
                .mayOnlyAccessLayers("input", "file", "schema")
                .whereLayer("result")
                .mayOnlyAccessLayers(
                        "input",
                        "file",
                        "table",
                        "schema",
                        "run",
                        "cohort",
                        "fold",
                        "statistic",
                        "metric",
                        "calibration",
                        "conformal",
                        "novelty",
                        "subgroup",
                        "uncertainty",
                        "reader",
                        "contrast")
                .whereLayer("result")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("schema")
                .mayOnlyAccessLayers("input", "file")
                .check(CLASSES);
    }
}
