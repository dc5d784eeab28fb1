package org.facies.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.result.settings.Candidate;
import org.facies.result.settings.StudySettings;
import org.facies.run.Software;
import org.facies.schema.Defect;
import org.facies.schema.Inline;

/**
 * {@code study.yaml} of a run directory: every setting with its default written out, and what the run was made of.
 *
 * @param validation there where models of another run, whose settings these are, were validated
 */
public record StudyRecord(@Inline StudySettings settings, Made provenance, Optional<ValidatedOn> validation) {
    /** How the file is written and read. */
    public static final SettingsFile<StudyRecord> FILE = SettingsFile.of(
                    StudyRecord.class, StudyRecord::defects, StudyRecord::withThreadsOfTrainings)
            .completedBy(StudyRecord::withChoiceOfFaces);

    private static final String THREADS = "threads";
    private static final String CHOOSE = "choose";

    /**
     * What a run was made of.
     *
     * @param software that made it
     * @param threads that it computes with; results of different numbers may differ
     * @param device that trains: its kind
     * @param photosSha256 of all photos of the cohort
     * @param models every network that was read from a file, by its name in the study
     */
    public record Made(
            @Inline Software software, int threads, String device, String photosSha256, Map<String, Network> models) {
        public Made {
            models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        }
    }

    /**
     * A network that was read from a file.
     *
     * @param sha256 of the network as it is used
     * @param source in words
     * @param sourceSha256 of the file that it was made of
     * @param licence as stated
     * @param origin where its weights come from
     */
    public record Network(String sha256, String source, String sourceSha256, String licence, String origin) {}

    /**
     * The other cohort, and the networks that were validated on it.
     *
     * @param cohort its manifest
     * @param photosSha256 of all its photos
     * @param facies version of this software
     * @param threads that it computes with
     * @param map diagnosis of the other cohort to class of the run, for those that differ
     * @param without diagnoses whose subjects were left out
     * @param networksSha256 by fold
     */
    public record ValidatedOn(
            String cohort,
            String photosSha256,
            String facies,
            int threads,
            Map<String, String> map,
            List<String> without,
            Map<String, String> networksSha256) {
        public ValidatedOn {
            map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
            without = List.copyOf(without);
            networksSha256 = Collections.unmodifiableMap(new LinkedHashMap<>(networksSha256));
        }
    }

    /** The same with a single one of its models, as it was validated. */
    public StudyRecord validated(String model, ValidatedOn other) {
        StudySettings.Model one = settings.models().stream()
                .filter(own -> own.name().equals(model))
                .findFirst()
                .orElseThrow();
        return new StudyRecord(settings.only(one), provenance, Optional.of(other));
    }

    /** Earlier versions had threads of the whole run only, which every training used. */
    private static JsonNode withThreadsOfTrainings(JsonNode earlier) {
        JsonNode threads = earlier.at("/provenance/threads");
        JsonNode tree = earlier.deepCopy();
        for (JsonNode model : tree.path("models")) {
            if (model.path("training") instanceof ObjectNode training
                    && !training.has(THREADS)
                    && !threads.isMissingNode()) {
                training.set(THREADS, threads);
            }
        }
        return tree;
    }

    /** Runs of earlier versions, which always took the largest face, lack this key. */
    private static JsonNode withChoiceOfFaces(JsonNode begun) {
        JsonNode tree = begun.deepCopy();
        if (tree.path("faces") instanceof ObjectNode faces && !faces.has(CHOOSE)) {
            faces.put(CHOOSE, StudySettings.Faces.LARGEST);
        }
        return tree;
    }

    /** A candidate is a part of a model's keys, so it is valid if the model with these keys is. */
    private static List<Defect> defects(StudyRecord record) {
        List<Defect> defects = new ArrayList<>();
        List<StudySettings.Model> models = record.settings().models();
        for (int m = 0; m < models.size(); m++) {
            List<Candidate> candidates = models.get(m).candidates();
            for (int c = 0; c < candidates.size(); c++) {
                String path = "models[" + m + "].candidates[" + c + "]";
                try {
                    candidates.get(c).of(models.get(m));
                } catch (BadInput wrong) {
                    wrong.problems()
                            .forEach(problem -> defects.add(new Defect(
                                    problem.where().replaceFirst("^candidate, key ", path + "."), problem.what())));
                }
            }
        }
        return defects;
    }
}
