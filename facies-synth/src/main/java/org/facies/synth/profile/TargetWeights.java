package org.facies.synth.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Built-in lists of shape targets and weights. */
public final class TargetWeights {

    private TargetWeights() {}

    /**
     * Reads a list from the package of a class.
     *
     * @return weight by name, in the order of the file; a {@code *} in a name stands for both sides
     */
    public static Map<String, Double> resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Double> weights = new LinkedHashMap<>();
            ((Located.Group) Located.parse(name, text))
                    .values()
                    .forEach((target, weight) ->
                            weights.put(target, ((Located.Text) weight).number().orElseThrow()));
            return weights;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
