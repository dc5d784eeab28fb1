package org.facies.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facies.file.Yaml;

/**
 * The keys of the study file, in the order of the template. They are defined once, in the resource {@code
 * study-file.yaml}: the defaults, the accepted keys, the checks of values, the template and the reference page come
 * from there.
 *
 * <pre>{@code
 * StudyKeys.of("folds").key("k").means();
 * }</pre>
 */
public final class StudyKeys {
    private static final JsonNode DEFINITION = Yaml.resource(StudyKeys.class, "study-file.yaml");

    private StudyKeys() {}

    /** All keys of the first level. */
    public static List<StudyKey> all() {
        List<StudyKey> keys = new ArrayList<>();
        DEFINITION.properties().forEach(key -> keys.add(new StudyKey(key.getKey(), key.getKey(), key.getValue())));
        return keys;
    }

    /** A key of the first level. */
    public static StudyKey of(String name) {
        return new StudyKey(name, name, DEFINITION.required(name));
    }

    /**
     * The defaults behind every study file. {@code model} has those of a model, {@code loss} what depends on its loss,
     * and {@code training} those of each start: {@code pretrained} has every key, the others what differs.
     */
    static ObjectNode defaults() {
        ObjectNode tree = Yaml.MAPPER.createObjectNode();
        all().stream().filter(key -> !key.isReadApart()).forEach(key -> tree.set(key.name(), key.defaults()));
        StudyKey models = of("models");
        tree.set("model", models.group());
        ObjectNode losses = tree.putObject("loss");
        Map<String, ObjectNode> others = models.otherDefaults();
        for (String loss : models.key("loss").choices().keySet()) {
            ObjectNode own = losses.putObject(loss);
            for (String key : List.of("scale", "margin")) {
                JsonNode standard = models.key(key).defaults();
                own.set(key, others.containsKey(loss) ? others.get(loss).required(key) : standard);
            }
        }
        tree.set("models", models.defaults());
        StudyKey training = of("training");
        ObjectNode starts = tree.putObject("training");
        starts.set("pretrained", training.group());
        training.otherDefaults().forEach(starts::set);
        return tree;
    }
}
