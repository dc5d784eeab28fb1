package org.facies.report.paper;

import java.util.Optional;
import org.facies.report.run.Run;

/** The answers of a run to the questions of a reporting checklist. */
public final class StudyAnswers {
    private final CohortAnswers cohort;
    private final ModelAnswers models;
    private final ResultAnswers results;

    public StudyAnswers(Run run) {
        MethodsText methods = new MethodsText(run);
        this.cohort = new CohortAnswers(run, methods);
        this.models = new ModelAnswers(run, methods);
        this.results = new ResultAnswers(run, methods);
    }

    /** The answer; empty if only the author knows it. */
    Optional<String> to(Question question) {
        return switch (question) {
            case CATEGORY -> models.category();
            case OBJECTIVE -> cohort.objective();
            case GOAL -> cohort.goal();
            case SOURCE -> cohort.source();
            case SITES -> cohort.sites();
            case SAMPLE_SIZE -> cohort.sampleSize();
            case FLOW -> cohort.flow();
            case INCLUDED -> cohort.included();
            case EXCLUSIONS -> cohort.exclusions();
            case CHARACTERISTICS -> cohort.characteristics();
            case PARTITION_CHARACTERISTICS -> cohort.partitionCharacteristics();
            case ANALYSES -> cohort.analyses();
            case MISSING -> cohort.missing();
            case DEIDENTIFICATION -> cohort.deidentification();
            case PARTITIONS -> cohort.partitions();
            case DISJOINT -> cohort.disjoint();
            case DIFFERENCES -> cohort.differences();
            case DEVELOPMENT_COMPARISON -> cohort.developmentComparison();
            case INTERNAL_TEST -> cohort.internalTest();
            case EXTERNAL_TEST -> cohort.externalTest();
            case PREPROCESSING -> models.preprocessing();
            case FACE_CHOICE -> models.faceChoice();
            case HANDLING -> models.handling();
            case POOR_INPUT -> models.poorInput();
            case PREDICTORS -> models.predictors();
            case NO_ASSESSOR -> models.noAssessor();
            case MODELS -> models.models();
            case ARCHITECTURE -> models.architecture();
            case INITIALISATION -> models.initialisation();
            case TRAINING -> models.training();
            case SELECTION -> models.selection();
            case ENSEMBLES -> models.ensembles();
            case IMBALANCE -> models.imbalance();
            case NO_UPDATING -> models.noUpdating();
            case NO_UPDATED_MODEL -> models.noUpdatedModel();
            case FULL_MODEL -> models.fullModel();
            case PROTOCOL -> models.protocol();
            case SOFTWARE -> models.software();
            case CODE -> models.code();
            case AVAILABILITY -> models.availability();
            case MEASURES -> results.measures();
            case UNCERTAINTY -> results.uncertainty();
            case PREDICTIONS -> results.predictions();
            case OUTPUT -> results.output();
            case CLUSTERS -> results.clusters();
            case CLUSTER_RESULTS -> results.clusterResults();
            case FAIRNESS -> results.fairness();
            case PERFORMANCE -> results.performance();
            case FOLD_PERFORMANCE -> results.foldPerformance();
            case DIAGNOSTIC_ACCURACY -> results.diagnosticAccuracy();
            case FAILURES -> results.failures();
            case READERS -> results.readers();
            case ROBUSTNESS -> results.robustness();
            case NO_EXPLANATION -> results.noExplanation();
            case LIMITATIONS -> results.limitations();
        };
    }
}
