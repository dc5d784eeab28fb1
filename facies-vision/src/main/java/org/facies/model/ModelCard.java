package org.facies.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.regex.Pattern;
import org.facies.input.BadInput;

/**
 * What a model is, where it comes from and on what terms.
 *
 * @param id name in commands and studies
 * @param summary one sentence
 * @param kind what it is for, and what it takes and gives
 * @param source where the file comes from, and its hash
 * @param licence terms and origin
 */
public record ModelCard(String id, String summary, ModelKind kind, ModelSource source, Licence licence) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    public ModelCard {
        requireName(id);
    }

    /** Refuses what cannot be an id. */
    static void requireName(String id) {
        if (!ID.matcher(id).matches()) {
            throw new BadInput(
                    "model id",
                    id,
                    "is not a name of small letters, digits, dots and hyphens",
                    "Name the model like dlib-resnet.");
        }
    }

    /**
     * The model as a backbone.
     *
     * @throws BadInput if it is for something else
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
                "Name a backbone; \"facies model list\" shows them.");
    }

    /**
     * Goes on if the weights can be trained.
     *
     * @throws BadInput if the model is quantised
     */
    public void requireTrainable() {
        if (source instanceof ModelSource.Quantised quantised) {
            throw new BadInput("model", id, "is quantised and cannot be trained", "Use " + quantised.model() + ".");
        }
    }
}
