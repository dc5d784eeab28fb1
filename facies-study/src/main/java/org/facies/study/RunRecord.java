package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.facies.cohort.Cohort;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.model.InstalledModel;
import org.facies.run.RecordedSettings;
import org.facies.run.RunDirectory;
import org.facies.run.StudyTree;

/**
 * The resolved {@code study.yaml} of a run directory: every default written out, and what the run was made of. A run
 * goes on only with the settings, photos, models, device and thread count that it was begun with, because results of
 * different ones must not be mixed. {@link StudyRunner} takes the thread count over from the record.
 */
final class RunRecord {
    private static final String PROVENANCE = "provenance";
    private static final String MODELS = "models";
    private static final String TRAINING = "training";
    private static final String THREADS = "threads";

    private final ObjectNode tree;

    private RunRecord(ObjectNode tree) {
        this.tree = tree;
    }

    static RunRecord of(
            StudySettings settings, Cohort cohort, Map<String, InstalledModel> networks, TrainingWorkspace machine) {
        ObjectNode tree = Yaml.MAPPER.valueToTree(settings);
        lowerCase((ObjectNode) tree.get("folds"), "unit");
        tree.get(MODELS).forEach(model -> lowerCase((ObjectNode) model, "loss"));
        ObjectNode made = tree.putObject(PROVENANCE);
        made.put("facies", machine.workspace().version());
        made.put("java", Runtime.version().toString());
        made.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        made.put(THREADS, machine.threads());
        made.put("device", machine.device().kind());
        made.put("photos_sha256", cohort.fingerprint());
        ObjectNode files = made.putObject(MODELS);
        networks.forEach((label, model) -> {
            ObjectNode file = files.putObject(label);
            file.put("sha256", model.sha256());
            file.put("source", model.card().source().phrase());
            file.put("source_sha256", model.card().source().sha256());
            file.put("licence", model.card().licence().stated());
            file.put("origin", model.card().licence().origin());
        });
        return new RunRecord(tree);
    }

    private static void lowerCase(ObjectNode group, String key) {
        group.put(key, group.get(key).asText().toLowerCase(Locale.ROOT));
    }

    /** The number of threads that a run was begun with; empty if it was not begun, or does not say. */
    static OptionalInt threads(RunDirectory run) {
        if (!Files.exists(run.study())) {
            return OptionalInt.empty();
        }
        int threads =
                StudyTree.ofRun(run.study()).path(PROVENANCE).path(THREADS).asInt();
        return threads > 0 ? OptionalInt.of(threads) : OptionalInt.empty();
    }

    /**
     * Writes the record into a new run; in one that was begun, checks that it is the same study.
     *
     * @throws BadInput naming each key that differs
     */
    void agreeWith(RunDirectory run) {
        new RecordedSettings(Files.exists(run.study()) ? asIn(StudyTree.ofRun(run.study())) : tree)
                .agreeWith(run.study());
    }

    /** The record as an earlier version would have written it, where that knew threads of the whole run only. */
    private ObjectNode asIn(JsonNode begun) {
        ObjectNode record = tree.deepCopy();
        for (int i = 0; i < record.path(MODELS).size(); i++) {
            ObjectNode training = (ObjectNode) record.path(MODELS).path(i).path(TRAINING);
            boolean isUnknown =
                    begun.path(MODELS).path(i).path(TRAINING).path(THREADS).isMissingNode();
            if (isUnknown
                    && training.path(THREADS).asInt()
                            == begun.path(PROVENANCE).path(THREADS).asInt()) {
                training.remove(THREADS);
            }
        }
        return record;
    }
}
