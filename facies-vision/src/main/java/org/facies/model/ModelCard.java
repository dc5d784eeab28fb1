package org.facies.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.regex.Pattern;
import org.facies.input.BadInput;

/**
 * The description of a model: its purpose, its source and its terms.
 *
 * @param id name in commands and studies
 * @param summary one sentence
 * @param kind its purpose, input and output
 * @param source the origin of the file, and its hash
 * @param licence terms and origin
 */
public record ModelCard(String id, String summary, ModelKind kind, ModelSource source, Licence licence) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    public ModelCard {
        requireName(id);
    }

    /** Refuses text that is not a valid id. */
    static void requireName(String id) {
        if (!ID.matcher(id).matches()) {
            throw new BadInput(
                    "model id",
                    id,
                    "is not a name of lower-case letters, digits, dots and hyphens",
                    "Choose a name such as dlib-resnet.");
        }
    }

    /**
     * The model as a backbone.
     *
     * @throws BadInput if it has another purpose
     */
    @JsonIgnore
    public ModelKind.Backbone backbone() {
        if (kind instanceof ModelKind.Backbone backbone) {
            return backbone;
        }
        throw new BadInput(
                "model",
                id,
                "is for " + kind.word() + ", not for embeddings",
                "Choose a backbone; \"facies model list\" shows them.");
    }

    /**
     * Requires that the weights can be trained.
     *
     * @throws BadInput if the model is quantised
     */
    public void requireTrainable() {
        if (source instanceof ModelSource.Quantised quantised) {
            throw new BadInput("model", id, "is quantised and cannot be trained", "Use " + quantised.model() + ".");
        }
    }
}
