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
 * A reporting checklist, filled in as far as the run knows the answers.
 *
 * @param source to cite
 */
public record Checklist(String name, String source, List<Item> items) {

    /** Whether the author still has to work on an item. */
    public enum State {
        /** The run did what the item asks for, and the answer is complete. */
        ANSWERED("answered"),
        /** The run knows a part, or a sentence that is true of most runs. The author checks and completes it. */
        PREFILLED("pre-filled, check"),
        /** Only the author knows the answer. */
        OPEN("open");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One item.
     *
     * @param topic what it asks for, abridged
     * @param answer of the run; empty if the item is open
     */
    public record Item(String number, String part, String topic, State state, String answer) {
        public Item {
            if (answer.isEmpty() != (state == State.OPEN)) {
                throw new IllegalArgumentException("item " + number + " is " + state + ": " + answer);
            }
        }

        public boolean isOpen() {
            return state == State.OPEN;
        }

        public boolean isPrefilled() {
            return state == State.PREFILLED;
        }
    }

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

    /** The number of items in a state. */
    public long count(State state) {
        return items.stream().filter(item -> item.state() == state).count();
    }

    /** {@code 20 of 52 items answered by the run, 15 pre-filled for you to check, 17 left to the author}. */
    public String summary() {
        return count(State.ANSWERED) + " of " + items.size() + " items answered by the run, " + count(State.PREFILLED)
                + " pre-filled for you to check, " + count(State.OPEN) + " left to the author";
    }

    private static Checklist read(String resource, StudyAnswers answers) {
        JsonNode tree = tree(resource);
        List<Item> items = new ArrayList<>();
        tree.get("items").forEach(item -> items.add(item(item, answers)));
        return new Checklist(tree.get("name").asText(), tree.get("source").asText(), items);
    }

    private static Item item(JsonNode item, StudyAnswers answers) {
        State told = item.has("answer") ? State.ANSWERED : State.PREFILLED;
        String answer = Optional.ofNullable(item.get("answer"))
                .or(() -> Optional.ofNullable(item.get("check")))
                .map(JsonNode::asText)
                .map(Question::of)
                .flatMap(answers::to)
                .orElse("");
        return new Item(
                item.get("item").asText(),
                item.get("part").asText(),
                item.get("topic").asText(),
                answer.isEmpty() ? State.OPEN : told,
                answer);
    }

    private static JsonNode tree(String resource) {
        try (InputStream yaml = Checklist.class.getResourceAsStream(resource)) {
            return new YAMLMapper().readTree(Objects.requireNonNull(yaml));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
