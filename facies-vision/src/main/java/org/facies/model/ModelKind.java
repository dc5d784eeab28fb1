package org.facies.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a network is for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ModelKind.Detector.class, name = "detector"),
    @JsonSubTypes.Type(value = ModelKind.Landmarks.class, name = "landmarks"),
    @JsonSubTypes.Type(value = ModelKind.Backbone.class, name = "backbone")
})
public sealed interface ModelKind {

    /** The kind as a word for a table. */
    String word();

    /**
     * Finds faces in a photo.
     *
     * @param inputPx side of the square it looks at
     */
    record Detector(int inputPx) implements ModelKind {
        @Override
        public String word() {
            return "detector";
        }
    }

    /**
     * Finds points on a face.
     *
     * @param inputPx side of the square it looks at
     * @param points how many it finds
     */
    record Landmarks(int inputPx, int points) implements ModelKind {
        @Override
        public String word() {
            return "landmarks";
        }
    }

    /**
     * Turns a face into an embedding.
     *
     * @param input what it wants to see
     * @param embeddingSize how many numbers it gives
     * @param inputTensor name of the input in the graph
     * @param outputTensor name of the embedding in the graph
     */
    record Backbone(InputSpec input, int embeddingSize, String inputTensor, String outputTensor) implements ModelKind {
        public Backbone {
            if (embeddingSize < 1) {
                throw new IllegalArgumentException("embedding of " + embeddingSize + " numbers");
            }
        }

        @Override
        public String word() {
            return "backbone";
        }
    }
}
