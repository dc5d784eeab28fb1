package org.facies.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.facies.onnx.OnnxAttribute.FloatValue;
import org.facies.onnx.OnnxAttribute.IntValue;
import org.facies.onnx.OnnxAttribute.IntsValue;
import org.facies.onnx.OnnxAttribute.TextValue;

/**
 * One operation of a graph.
 *
 * @param inputs tensor names in the operator's order; an empty name is an omitted optional input
 * @param outputs tensor names in the operator's order
 */
public record OnnxNode(
        String name, String op, List<String> inputs, List<String> outputs, Map<String, OnnxAttribute> attributes) {

    public OnnxNode {
        Objects.requireNonNull(name);
        Objects.requireNonNull(op);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("node " + name + " has no output");
        }
    }

    /** A node with one output and the same name as its output. */
    public static OnnxNode of(String op, List<String> inputs, String output, Map<String, OnnxAttribute> attributes) {
        return new OnnxNode(output, op, inputs, List.of(output), attributes);
    }

    /** The first output. */
    public String output() {
        return outputs.get(0);
    }

    public boolean hasInput(int index) {
        return index < inputs.size() && !inputs.get(index).isEmpty();
    }

    public OnnxNode withInputs(List<String> newInputs) {
        return new OnnxNode(name, op, newInputs, outputs, attributes);
    }

    public OnnxNode withInput(int index, String input) {
        List<String> changed = new ArrayList<>(inputs);
        changed.set(index, input);
        return withInputs(changed);
    }

    public OnnxNode withOutput(String output) {
        return new OnnxNode(name, op, inputs, List.of(output), attributes);
    }

    public boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    public long integer(String attribute, long otherwise) {
        return attributes.get(attribute) instanceof IntValue found ? found.value() : otherwise;
    }

    public float real(String attribute, float otherwise) {
        return attributes.get(attribute) instanceof FloatValue found ? found.value() : otherwise;
    }

    public String text(String attribute, String otherwise) {
        return attributes.get(attribute) instanceof TextValue found ? found.value() : otherwise;
    }

    public List<Long> integers(String attribute, List<Long> otherwise) {
        return attributes.get(attribute) instanceof IntsValue found ? found.values() : otherwise;
    }
}
