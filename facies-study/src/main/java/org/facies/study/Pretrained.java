package org.facies.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.facies.train.Start;

/** The weights that training begins with: what {@code pretrained} says in a study file. */
public sealed interface Pretrained {

    /** {@code true}: those that the backbone is published with. */
    record Published() implements Pretrained {
        @Override
        public Object written() {
            return true;
        }
    }

    /** {@code false}: fresh ones. */
    record Fresh() implements Pretrained {
        @Override
        public Object written() {
            return false;
        }
    }

    /**
     * A text: those in a file that the user brings.
     *
     * @param file as written in the study file; relative to it
     */
    record Brought(String file) implements Pretrained {
        public Brought {
            Objects.requireNonNull(file);
        }

        @Override
        public Object written() {
            return file;
        }
    }

    /**
     * Reads it.
     *
     * @param said true, false, or a text
     */
    @JsonCreator
    static Pretrained of(JsonNode said) {
        if (said.isTextual()) {
            return new Brought(said.textValue());
        }
        return said.booleanValue() ? new Published() : new Fresh();
    }

    /** As a study file says it. */
    @JsonValue
    Object written();

    /** What training does with them. */
    default Start start() {
        return this instanceof Fresh ? Start.SCRATCH : Start.PRETRAINED;
    }
}
