package org.facies.report.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A reporting checklist, filled in as far as a run can.
 *
 * @param source to cite
 */
public record Checklist(String name, String source, List<Item> items) {

    /**
     * One item.
     *
     * @param topic what it asks for, in our words
     * @param answer what the run says; empty where only the author can
     */
    public record Item(String number, String part, String topic, Optional<String> answer) {}

    public Checklist {
        items = List.copyOf(items);
    }

    /** Collins et al. 2024, BMJ 385:e078378. */
    public static Checklist tripodAi(StudyAnswers answers) {
        return read("tripod-ai.yaml", answers);
    }

    /** Tejani et al. 2024, Radiology: Artificial Intelligence 6(4):e240300. */
    public static Checklist claim(StudyAnswers answers) {
        return read("claim.yaml", answers);
    }

    public long answered() {
        return items.stream().filter(item -> item.answer().isPresent()).count();
    }

    private static Checklist read(String resource, StudyAnswers answers) {
        JsonNode tree = tree(resource);
        List<Item> items = new ArrayList<>();
        for (JsonNode item : tree.get("items")) {
            items.add(new Item(
                    item.get("item").asText(),
                    item.get("part").asText(),
                    item.get("topic").asText(),
                    Optional.ofNullable(item.get("answer"))
                            .map(JsonNode::asText)
                            .map(StudyAnswers.Question::of)
                            .flatMap(answers::to)));
        }
        return new Checklist(tree.get("name").asText(), tree.get("source").asText(), items);
    }

    private static JsonNode tree(String resource) {
        try (InputStream yaml = Checklist.class.getResourceAsStream(resource)) {
            return new YAMLMapper().readTree(Objects.requireNonNull(yaml));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
