package org.facies.report.paper;

import java.util.Locale;

/**
 * What an item of a reporting checklist asks about a run. A checklist uses each question once, so that no answer serves
 * two items that ask different things.
 */
enum Question {
    // about the study
    CATEGORY,
    OBJECTIVE,
    GOAL,
    SOURCE,
    SITES,
    SAMPLE_SIZE,
    FLOW,
    INCLUDED,
    EXCLUSIONS,
    CHARACTERISTICS,
    PARTITION_CHARACTERISTICS,
    ANALYSES,
    MISSING,
    DEIDENTIFICATION,
    PARTITIONS,
    DISJOINT,
    DIFFERENCES,
    DEVELOPMENT_COMPARISON,
    INTERNAL_TEST,
    EXTERNAL_TEST,
    // about the models
    PREPROCESSING,
    FACE_CHOICE,
    HANDLING,
    POOR_INPUT,
    PREDICTORS,
    NO_ASSESSOR,
    MODELS,
    ARCHITECTURE,
    INITIALISATION,
    TRAINING,
    SELECTION,
    ENSEMBLES,
    IMBALANCE,
    NO_UPDATING,
    NO_UPDATED_MODEL,
    FULL_MODEL,
    PROTOCOL,
    SOFTWARE,
    CODE,
    AVAILABILITY,
    // about the results
    MEASURES,
    UNCERTAINTY,
    PREDICTIONS,
    OUTPUT,
    CLUSTERS,
    CLUSTER_RESULTS,
    FAIRNESS,
    PERFORMANCE,
    FOLD_PERFORMANCE,
    DIAGNOSTIC_ACCURACY,
    FAILURES,
    READERS,
    ROBUSTNESS,
    NO_EXPLANATION,
    LIMITATIONS;

    static Question of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
