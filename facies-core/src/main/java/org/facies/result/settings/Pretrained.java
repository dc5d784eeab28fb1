package org.facies.result.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Objects;
import java.util.Optional;
import org.facies.file.Yaml.Unquoted;
import org.facies.schema.Form;

/** The weights that training begins with: what {@code pretrained} says in a study file. */
@Form.As(Pretrained.Words.class)
public sealed interface Pretrained {

    /** {@code true}: the published weights of the backbone. */
    record Published() implements Pretrained {}

    /** {@code false}: fresh weights. */
    record Fresh() implements Pretrained {}

    /**
     * A text: the weights in a user-supplied file.
     *
     * @param file as written in the study file; relative to it
     */
    record Imported(String file) implements Pretrained {
        public Imported {
            Objects.requireNonNull(file);
        }
    }

    /**
     * Reads it.
     *
     * @param said true, false, or a text
     */
    static Pretrained of(JsonNode said) {
        if (said.isTextual()) {
            return new Imported(said.textValue());
        }
        return said.booleanValue() ? new Published() : new Fresh();
    }

    /** How it is written and read. A number is no truth value, so {@code pretrained: 530} names a file. */
    final class Words implements Form<Pretrained> {
        @Override
        public JsonNode write(Pretrained weights) {
            return weights instanceof Imported imported
                    ? TextNode.valueOf(imported.file())
                    : BooleanNode.valueOf(weights instanceof Published);
        }

        @Override
        public Optional<Pretrained> read(JsonNode node) {
            JsonNode said = Unquoted.of(node)
                    .map(plain -> plain.value().isBoolean() ? plain.value() : TextNode.valueOf(plain.written()))
                    .orElse(node);
            return said.isBoolean() || said.isTextual() ? Optional.of(Pretrained.of(said)) : Optional.empty();
        }

        @Override
        public String expected() {
            return "true, false or the path of a file";
        }

        @Override
        public ObjectNode schema() {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            schema.putArray("type").add("boolean").add("string");
            return schema;
        }
    }
}
