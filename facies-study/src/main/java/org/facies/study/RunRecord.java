package org.facies.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.facies.cohort.Cohort;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.model.InstalledModel;
import org.facies.run.RecordedSettings;
import org.facies.run.RunDirectory;

/**
 * The resolved {@code study.yaml} of a run directory: every default written out, and what the run was made of. A run
 * goes on only with the settings, photos, models, device and thread count that it was begun with, because results of different
 * ones must not be mixed.
 */
final class RunRecord {
    private static final String PROVENANCE = "provenance";

    private final ObjectNode tree;

    private RunRecord(ObjectNode tree) {
        this.tree = tree;
    }

    static RunRecord of(
            StudySettings settings, Cohort cohort, Map<String, InstalledModel> networks, TrainingWorkspace machine) {
        ObjectNode tree = Yaml.MAPPER.valueToTree(settings);
        lowerCase((ObjectNode) tree.get("folds"), "unit");
        tree.get("models").forEach(model -> lowerCase((ObjectNode) model, "loss"));
        ObjectNode made = tree.putObject(PROVENANCE);
        made.put("facies", machine.workspace().version());
        made.put("java", Runtime.version().toString());
        made.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        made.put("threads", machine.threads());
        made.put("device", machine.device().kind());
        made.put("photos_sha256", cohort.fingerprint());
        ObjectNode files = made.putObject("models");
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

    /**
     * Writes the record into a new run; in one that was begun, checks that it is the same study.
     *
     * @throws BadInput naming each key that differs
     */
    void agreeWith(RunDirectory run) {
        new RecordedSettings(tree).agreeWith(run.study());
    }
}
