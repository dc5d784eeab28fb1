package org.facies.result.settings;

import java.util.List;

/**
 * Models whose mean is evaluated like a model: in each fold the mean of their log-probabilities, normalised to sum 1.
 *
 * @param name unique among models and ensembles
 * @param ensemble names of the models, at least two
 */
public record Ensemble(String name, List<String> ensemble) {
    public Ensemble {
        ensemble = List.copyOf(ensemble);
    }
}
