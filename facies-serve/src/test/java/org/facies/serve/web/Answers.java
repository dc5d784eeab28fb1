package org.facies.serve.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Answers as the page sends them. */
public final class Answers {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Answers() {}

    /** A complete answer to what a state asks next. */
    public static ObjectNode next(JsonNode state, int choice) {
        JsonNode current = state.get("current");
        return of(current.get("position").asInt(), current.get("step").asText(), 0, choice);
    }

    public static ObjectNode of(int position, String step, int revision, int choice) {
        ObjectNode answer = MAPPER.createObjectNode();
        answer.put("submission", UUID.randomUUID().toString().replace("-", ""));
        answer.put("position", position).put("step", step).put("revision", revision);
        answer.put("choice", choice).put("confidence", 3);
        answer.putArray("probabilities");
        return answer.put("comment", "").put("seconds", 2.5);
    }
}
