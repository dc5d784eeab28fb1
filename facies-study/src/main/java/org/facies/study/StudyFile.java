package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.file.Overlay;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.result.settings.Candidate;
import org.facies.result.settings.StudySettings;
import org.facies.result.settings.TrainingSection;
import org.facies.run.StudyKey;
import org.facies.run.StudyKeys;
import org.facies.run.StudyTree;

/**
 * Reads a study file and fills in the defaults. The training settings of a model come from its own {@code training},
 * then from that of the study, then from the defaults for its kind of weights.
 */
public final class StudyFile {
    private static final String MODELS = "models";

    private static final String COSFACE = "cosface";

    private final ObjectNode defaults = StudyTree.shipped();
    private final String file;
    private final Overlay overlay;
    private final CandidateReader candidates;

    private StudyFile(String file) {
        this.file = file;
        overlay = new Overlay(file);
        candidates = new CandidateReader(
                (ObjectNode) defaults.get("model"),
                (ObjectNode) defaults.get("training").get("pretrained"),
                overlay);
    }

    /**
     * Reads and checks a file.
     *
     * @param file YAML with the keys of {@link StudyKeys}
     * @throws BadInput naming every key and value that is wrong
     */
    public static StudySettings read(Path file) {
        return parse(file.getFileName().toString(), Yaml.read(file));
    }

    static StudySettings parse(String file, JsonNode study) {
        return new StudyFile(file).resolve(StudyTree.settled(study));
    }

    private StudySettings resolve(JsonNode study) {
        ObjectNode known = Yaml.MAPPER.createObjectNode();
        List<String> apart = new ArrayList<>();
        for (StudyKey key : StudyKeys.all()) {
            if (key.isReadApart()) {
                apart.add(key.name());
            } else {
                known.set(key.name(), defaults.get(key.name()));
            }
        }
        apart.forEach(known::putObject);
        JsonNode top = study;
        if (study.isObject()) {
            ObjectNode rest = study.deepCopy();
            rest.remove(List.of("format", "provenance"));
            rest.remove(apart);
            top = rest;
        }
        ObjectNode result = overlay.over(known, top, "");
        result.remove(apart);
        JsonNode training = study.path("training");
        checkOnce(training);
        JsonNode models = study.path(MODELS);
        result.set(MODELS, models(models.isMissingNode() ? defaults.get(MODELS) : models, study, result));
        check(result);
        comparisons(result, study);
        if (!overlay.problems().isEmpty()) {
            throw new BadInput(overlay.problems());
        }
        leaveOutDefaults(result);
        return StudySettings.FORMAT.read(result, file, "Write a value of that kind.");
    }

    /** Reads the keys that name models, after the models. */
    private void comparisons(ObjectNode result, JsonNode study) {
        List<String> names = new ArrayList<>();
        result.get(MODELS).forEach(model -> names.add(model.path("name").asText()));
        ComparisonKeys keys = new ComparisonKeys(overlay, names);
        Map<String, JsonNode> ensembles = new LinkedHashMap<>();
        for (String list : List.of(MODELS, "ensembles")) {
            JsonNode given = study.path(list);
            for (int i = 0; i < given.size(); i++) {
                if (list.equals("ensembles") || ComparisonKeys.isEnsemble(given.get(i))) {
                    ensembles.put(list + "[" + i + "]", given.get(i));
                }
            }
        }
        result.set("ensembles", keys.ensembles(ensembles));
        result.set("factors", keys.factors(study.path("factors")));
        result.set("contrasts", keys.contrasts(study.path("contrasts")));
        new FairComparison(overlay).check(result);
    }

    /** Removes later keys that have their default value, so that runs of earlier versions resume. */
    private static void leaveOutDefaults(ObjectNode study) {
        for (String list : List.of("ensembles", "factors", "contrasts")) {
            if (study.get(list).isEmpty()) {
                study.remove(list);
            }
        }
        JsonNode repeats = study.get("repeats");
        if (repeats.path("divisions").asInt() == 1 && repeats.path("seeds").asInt() == 1) {
            study.remove("repeats");
        }
        if (study.get("comparison").asText().equals(FairComparison.AS_GIVEN)) {
            study.remove("comparison");
        }
        if (study.get("evaluation").path("margin").asDouble() == 0) {
            ((ObjectNode) study.get("evaluation")).remove("margin");
        }
        for (JsonNode model : study.get(MODELS)) {
            if (model.path("decision").path("prior_exponent").asDouble() == 0) {
                ((ObjectNode) model).remove("decision");
            }
        }
    }

    /** Checks the training group of the study once. Later it is applied to every model. */
    private void checkOnce(JsonNode training) {
        overlay.over(trainingDefaults(true, FairComparison.AS_GIVEN), training, "training");
    }

    private ArrayNode models(JsonNode models, JsonNode study, JsonNode top) {
        ArrayNode result = Yaml.MAPPER.createArrayNode();
        if (!models.isArray() || models.isEmpty()) {
            overlay.problem("models", models.asText(), "is not a list of models", "List at least one, with a name.");
            return result;
        }
        String comparison = top.path("comparison").asText();
        List<Candidate> shared = candidates.read(study.path("candidates"), "candidates");
        if (shared.isEmpty() && comparison.equals(FairComparison.BEST)) {
            shared = candidates.read(
                    Yaml.MAPPER
                            .createObjectNode()
                            .set("training", defaults.get("training").get("best")),
                    "candidates");
        }
        for (int i = 0; i < models.size(); i++) {
            if (ComparisonKeys.isEnsemble(models.get(i))) {
                continue;
            }
            String path = "models[" + i + "]";
            ObjectNode model = model(models.get(i), study.path("training"), comparison, path);
            JsonNode own = models.get(i).path("candidates");
            boolean isFrozen = ModelChecks.isFrozen(model);
            if (isFrozen && !own.isMissingNode() && !own.isEmpty()) {
                overlay.problem(path + ".candidates", "", "has no effect with training: none", "Remove it.");
            }
            model.set(
                    "candidates",
                    tree(
                            isFrozen
                                    ? List.of()
                                    : own.isMissingNode() ? shared : candidates.read(own, path + ".candidates")));
            result.add(model);
        }
        return result;
    }

    private static ArrayNode tree(List<Candidate> candidates) {
        ArrayNode list = Yaml.MAPPER.createArrayNode();
        candidates.forEach(candidate -> list.add(candidate.tree()));
        return list;
    }

    private ObjectNode model(JsonNode given, JsonNode training, String comparison, String path) {
        ObjectNode keys = given.isObject() ? given.deepCopy() : Yaml.MAPPER.createObjectNode();
        JsonNode own = keys.path("training");
        keys.remove(List.of("training", "candidates"));
        boolean pretrained = keys.path("pretrained").asBoolean(true);
        ObjectNode base = defaults.get("model").deepCopy();
        JsonNode ofLoss = defaults.get("loss").path(keys.path("loss").asText(COSFACE));
        base.setAll(
                (ObjectNode) (ofLoss.isObject() ? ofLoss : defaults.get("loss").get(COSFACE)));
        JsonNode file = keys.path("pretrained");
        if (file.isTextual()) {
            keys.remove("pretrained");
        }
        ObjectNode model = overlay.over(base, given.isObject() ? keys : given, path);
        if (file.isTextual()) {
            model.set("pretrained", file);
        }
        // Mistakes of the shared group were reported before.
        ObjectNode shared = new Overlay("").over(trainingDefaults(pretrained, comparison), training, "");
        boolean isFrozen = own.isTextual() && own.textValue().equals(TrainingSection.NONE);
        ObjectNode resolved = isFrozen ? shared.put("epochs", 0) : overlay.over(shared, own, path + ".training");
        if (resolved.path("epochs").asInt() == 0) {
            resolved.put("freeze_below", TrainingSection.AUTO).put("cached_views", 0);
        }
        model.set("training", resolved);
        return model;
    }

    private ObjectNode trainingDefaults(boolean pretrained, String comparison) {
        ObjectNode base = defaults.get("training").get("pretrained").deepCopy();
        if (comparison.equals(FairComparison.MATCHED)) {
            base.setAll((ObjectNode) defaults.get("training").get("matched"));
        } else if (!pretrained) {
            base.setAll((ObjectNode) defaults.get("training").get("scratch"));
        }
        return base;
    }

    private void check(ObjectNode study) {
        List<StudyKey> values =
                StudyKeys.all().stream().filter(key -> !key.isReadApart()).toList();
        new ValueChecks(overlay).check(study, values, "");
        for (JsonNode column : study.path("subgroups").path("columns")) {
            if (!column.isTextual()) {
                overlay.problem(
                        "subgroups.columns",
                        column.toString(),
                        "is not the name of a column",
                        "Write column names of the manifest.");
            }
        }
        ModelChecks checks = new ModelChecks(overlay);
        for (int i = 0; i < study.get(MODELS).size(); i++) {
            checks.check(study.get(MODELS).get(i), MODELS + "[" + i + "]");
        }
    }
}
