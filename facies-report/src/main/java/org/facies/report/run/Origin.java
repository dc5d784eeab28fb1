package org.facies.report.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.result.EvaluationRecord;
import org.facies.result.StudyRecord;
import org.facies.result.settings.StudySettings;

/**
 * The origin of the results of a run: {@code study.yaml}; or, where predictions of another tool were evaluated, {@code
 * evaluation.json}, and then folds and models are unknown.
 *
 * @param text the study file, unchanged, or empty
 * @param study its settings; empty if predictions were imported
 * @param models in the order of the file
 * @param settings every setting outside models and provenance, by dotted name
 * @param provenance versions, hashes and licences, by dotted name
 * @param isSynthetic whether {@code evaluation.json} says that faces are synthetic; for a study, {@code cohort.json}
 *     has this fact
 */
public record Origin(
        String name,
        String text,
        Optional<StudySettings> study,
        List<Model> models,
        Map<String, String> settings,
        Map<String, String> provenance,
        boolean isSynthetic) {

    private static final String LOSS = "loss";
    private static final String DISCRIMINANT = "linear discriminant";
    private static final String PROVENANCE = "provenance.";
    private static final Set<String> TOLD_ELSEWHERE = Set.of("name", "models", "provenance", "synthetic");

    /** One model and its settings by dotted name, the name itself left out. */
    public record Model(String name, Map<String, String> settings) {
        public Model {
            settings = ordered(settings);
        }

        /** The setting, or empty. */
        public String setting(String key) {
            return settings.getOrDefault(key, "");
        }

        /** Whether the network stays as it is, and only a linear discriminant is fitted. */
        public boolean isFrozen() {
            return setting(LOSS).equals(DISCRIMINANT);
        }

        /** Tuned settings have no single value; a network that is not trained has no training settings. */
        private static Model of(StudySettings.Model model) {
            if (model.isFrozen()) {
                Map<String, String> all = StudySettings.Model.FORMAT.dotted(model);
                Map<String, String> frozen = new LinkedHashMap<>();
                List.of("backbone", "pretrained").forEach(key -> frozen.put(key, all.get(key)));
                frozen.put(LOSS, DISCRIMINANT);
                return new Model(model.name(), frozen);
            }
            Map<String, String> settings = new LinkedHashMap<>(StudySettings.Model.FORMAT.dotted(model));
            settings.keySet().removeIf(key -> key.equals("name") || key.startsWith("candidates"));
            model.candidates()
                    .forEach(candidate ->
                            candidate.keys().keySet().forEach(key -> settings.put(key, "chosen in each fold")));
            return new Model(model.name(), settings);
        }
    }

    public Origin {
        models = List.copyOf(models);
        settings = ordered(settings);
        provenance = ordered(provenance);
    }

    /** @param text the unchanged file */
    static Origin of(StudyRecord record, String text) {
        Map<String, String> dotted = StudyRecord.FILE.dotted(record);
        return new Origin(
                record.settings().name(),
                text,
                Optional.of(record.settings()),
                record.settings().models().stream().map(Model::of).toList(),
                settings(dotted),
                provenance(dotted),
                false);
    }

    static Origin of(EvaluationRecord record) {
        Map<String, String> dotted = EvaluationRecord.FILE.dotted(record);
        return new Origin(
                record.name(),
                "",
                Optional.empty(),
                List.of(),
                settings(dotted),
                provenance(dotted),
                record.synthetic().orElse(false));
    }

    /** Whether the predictions came from another tool, so that the training is unknown. */
    public boolean isImported() {
        return study.isEmpty();
    }

    /** Whether photos of one subject may be in several folds. */
    public boolean splitsSubjects() {
        return study.map(StudySettings::folds)
                .filter(StudySettings.Folds::splitsSubjects)
                .isPresent();
    }

    /** The settings that are the same for all models that are trained. */
    public Map<String, String> shared() {
        Map<String, String> shared = new LinkedHashMap<>();
        List<Model> trained = models.stream().filter(model -> !model.isFrozen()).toList();
        if (!trained.isEmpty()) {
            trained.get(0).settings().forEach((key, value) -> {
                if (trained.stream()
                        .allMatch(model -> value.equals(model.settings().get(key)))) {
                    shared.put(key, value);
                }
            });
        }
        return shared;
    }

    private static Map<String, String> settings(Map<String, String> dotted) {
        Map<String, String> settings = new LinkedHashMap<>(dotted);
        settings.keySet().removeIf(key -> TOLD_ELSEWHERE.contains(key.replaceFirst("\\..*", "")));
        return settings;
    }

    private static Map<String, String> provenance(Map<String, String> dotted) {
        Map<String, String> provenance = new LinkedHashMap<>();
        dotted.forEach((key, value) -> {
            if (key.startsWith(PROVENANCE)) {
                provenance.put(key.substring(PROVENANCE.length()), value);
            }
        });
        return provenance;
    }

    private static Map<String, String> ordered(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
