package org.facies.errors;

import java.util.List;

/**
 * A part of the page.
 *
 * @param title of the part
 * @param about one sentence on what it holds
 * @param sources beginnings of the paths of its sources, without {@code src/main/java/org/facies}
 */
record Area(String title, String about, List<String> sources) {

    /** In the order of the page; a source belongs to the area with the longest beginning. */
    static final List<Area> ALL = List.of(
            new Area(
                    "Command line",
                    "Options and arguments. Errors of the command line itself end with exit code 1, as do unknown"
                            + " options.",
                    List.of("facies-cli/")),
            new Area(
                    "Manifest and cohort",
                    "The manifest, its cells, consent and the list of classes. `facies cohort check` prints them too.",
                    List.of("facies-core/cohort/", "facies-core/privacy/", "facies-cli/cli/cohort/")),
            new Area(
                    "Photos and faces",
                    "Reading photos, finding faces and keeping crops.",
                    List.of(
                            "facies-vision/image/",
                            "facies-vision/detect/",
                            "facies-vision/align/",
                            "facies-vision/workspace/")),
            new Area(
                    "Study file",
                    "Keys and values of a study file ([reference](study-file.md)).",
                    List.of(
                            "facies-study/study/StudyFile",
                            "facies-study/study/ModelChecks",
                            "facies-study/study/ComparisonKeys",
                            "facies-study/study/CandidateReader",
                            "facies-study/study/ValueChecks",
                            "facies-study/study/FairComparison",
                            "facies-study/study/NamedManifest",
                            "facies-core/file/Overlay")),
            new Area(
                    "Studies and runs",
                    "Running, resuming and repeating a study.",
                    List.of("facies-study/study/", "facies-core/run/", "facies-core/fold/", "facies-cli/cli/study/")),
            new Area("Training", "Settings and states of a training.", List.of("facies-learn/")),
            new Area(
                    "Audit, validation, power and review",
                    "What is done with a cohort or a finished run.",
                    List.of(
                            "facies-study/audit/",
                            "facies-study/validation/",
                            "facies-study/power/",
                            "facies-study/review/")),
            new Area(
                    "Predictions and metrics",
                    "Predictions of Facies or of another tool, and what is computed from them.",
                    List.of(
                            "facies-study/evaluate/",
                            "facies-core/metric/",
                            "facies-core/statistic/",
                            "facies-core/uncertainty/",
                            "facies-core/subgroup/",
                            "facies-core/calibration/",
                            "facies-core/conformal/",
                            "facies-core/novelty/",
                            "facies-core/contrast/",
                            "facies-core/decision/",
                            "facies-core/classifier/")),
            new Area(
                    "Run files",
                    "Files that Facies wrote and reads again ([run files](run-files.md)).",
                    List.of("facies-core/result/", "facies-core/schema/", "facies-report/")),
            new Area(
                    "Models and networks",
                    "Fetching, importing, pretraining and quantising models; the formats of their files.",
                    List.of(
                            "facies-vision/",
                            "facies-study/pretrain/",
                            "facies-study/quantise/",
                            "facies-cli/cli/model/")),
            new Area(
                    "Bundles and predictions with them",
                    "Making, signing, checking and using bundles.",
                    List.of(
                            "facies-bundle/",
                            "facies-vision/predict/",
                            "facies-cli/cli/bundle/",
                            "facies-cli/cli/predict/")),
            new Area(
                    "Reader study",
                    "Planning, preparing, serving and merging reader studies, and the file of readers.",
                    List.of("facies-core/reader/", "facies-core/reading/", "facies-serve/", "facies-cli/cli/readers/")),
            new Area(
                    "Synthetic cohorts",
                    "Drawing synthetic children.",
                    List.of("facies-synth/", "facies-cli/cli/cohort/CohortSynth", "facies-cli/cli/cohort/Synth")),
            new Area(
                    "Files and tables",
                    "Files of any kind.",
                    List.of("facies-core/file/", "facies-core/table/", "facies-core/input/", "facies-core/progress/")));

    /** How well a source fits; 0 if it does not. */
    int fit(String file) {
        String place = file.replace("src/main/java/org/facies/", "");
        return sources.stream()
                .filter(place::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
