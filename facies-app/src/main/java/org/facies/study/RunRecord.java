package org.facies.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.file.AtomicFile;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.model.InstalledModel;
import org.facies.study.StudyRunner.StudyMachine;

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

    static RunRecord of(StudySettings settings, Cohort cohort, List<InstalledModel> models, StudyMachine machine) {
        ObjectNode tree = Yaml.MAPPER.valueToTree(settings);
        lowerCase((ObjectNode) tree.get("folds"), "unit");
        tree.get("models").forEach(model -> lowerCase((ObjectNode) model, "loss"));
        ObjectNode made = tree.putObject(PROVENANCE);
        made.put("facies", machine.version());
        made.put("java", Runtime.version().toString());
        made.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        made.put("threads", machine.threads());
        made.put("device", machine.device().kind());
        made.put("photos_sha256", photos(cohort));
        ObjectNode files = made.putObject("models");
        for (InstalledModel model : models) {
            ObjectNode file = files.putObject(model.card().id());
            file.put("sha256", model.sha256());
            file.put("source", model.card().source().phrase());
            file.put("source_sha256", model.card().source().sha256());
            file.put("licence", model.card().licence().stated());
            file.put("origin", model.card().licence().origin());
        }
        return new RunRecord(tree);
    }

    /** One hash of all labels and all photo bytes, in the manifest's order. */
    private static String photos(Cohort cohort) {
        StringBuilder content = new StringBuilder();
        cohort.subjects().forEach(subject -> {
            for (Photo photo : subject.photos()) {
                content.append(String.join("\t", photo.path(), subject.id(), subject.diagnosis(), photo.sha256()))
                        .append('\n');
            }
        });
        return Sha256.of(content.toString());
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
        if (!Files.exists(run.study())) {
            AtomicFile.write(run.study(), yaml());
            return;
        }
        Map<String, String> begun = flat(Yaml.read(run.study()));
        Map<String, String> wanted = flat(tree);
        TreeSet<String> keys = new TreeSet<>(begun.keySet());
        keys.addAll(wanted.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            String before = begun.getOrDefault(key, "nothing");
            String now = wanted.getOrDefault(key, "nothing");
            if (!before.equals(now)) {
                differences.add(key + " was " + before + ", is now " + now);
            }
        }
        if (!differences.isEmpty()) {
            throw new BadInput(
                    run.root().toString(),
                    "",
                    "was begun differently (" + String.join("; ", differences) + ")",
                    "Undo the change to go on with that run, or begin another with --out.");
        }
    }

    private String yaml() {
        try {
            return Yaml.MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalStateException(unserialisable);
        }
    }

    private static Map<String, String> flat(JsonNode tree) {
        Map<String, String> leaves = new TreeMap<>();
        flatten(tree, "", leaves);
        return leaves;
    }

    private static void flatten(JsonNode node, String path, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(node.get(i), path + "[" + i + "]", leaves);
            }
        } else {
            leaves.put(path, node.isNumber() ? Double.toString(node.doubleValue()) : node.asText());
        }
    }
}
