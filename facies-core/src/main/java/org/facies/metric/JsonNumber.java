package org.facies.metric;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;

/** Numbers as JSON knows them: it has no NaN, so undefined becomes null. */
public final class JsonNumber {

    private JsonNumber() {}

    /** The number, or null for NaN. */
    public static ValueNode orNull(double value) {
        return Double.isNaN(value) ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.numberNode(value);
    }
}
