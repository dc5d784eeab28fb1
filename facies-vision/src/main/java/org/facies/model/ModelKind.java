package org.facies.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The purpose of a network. */
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
     * Detects faces in a photo.
     *
     * @param inputPx side of its square input
     */
    record Detector(int inputPx) implements ModelKind {
        @Override
        public String word() {
            return "detector";
        }
    }

    /**
     * Locates points on a face.
     *
     * @param inputPx side of its square input
     * @param points number of points
     */
    record Landmarks(int inputPx, int points) implements ModelKind {
        @Override
        public String word() {
            return "landmarks";
        }
    }

    /**
     * Computes an embedding of a face.
     *
     * @param input the expected input
     * @param embeddingSize length of an embedding
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
