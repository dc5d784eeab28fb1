package org.facies.report;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ReportPackagesTest {
    @Test
    void arrows_go_one_way() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("report")
                .definedBy("org.facies.report", "org.facies.report.template..")
                .layer("section")
                .definedBy("org.facies.report.section")
                .layer("power")
                .definedBy("org.facies.report.power")
                .layer("prediction")
                .definedBy("org.facies.report.prediction")
                .layer("review")
                .definedBy("org.facies.report.review")
                .layer("run")
                .definedBy("org.facies.report.run")
                .layer("chart")
                .definedBy("org.facies.report.chart")
                .layer("text")
                .definedBy("org.facies.report.text")
                .whereLayer("report")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("section")
                .mayOnlyBeAccessedByLayers("report")
                .whereLayer("power")
                .mayOnlyBeAccessedByLayers("report")
                .whereLayer("prediction")
                .mayOnlyBeAccessedByLayers("report")
                .whereLayer("review")
                .mayOnlyBeAccessedByLayers("report")
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("report", "section")
                .whereLayer("chart")
                .mayOnlyBeAccessedByLayers("report", "section", "power")
                .whereLayer("text")
                .mayOnlyBeAccessedByLayers("report", "power", "section", "run", "chart", "prediction", "review")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.facies.report"));
    }
}
