package org.facies.predict;

import java.util.List;

/**
 * The answer of an ensemble to one crop.
 *
 * @param mean over the members, without an embedding: each member has an embedding space of its own
 * @param members the answer of each member, in the order of the ensemble
 */
public record EnsemblePrediction(CropPrediction mean, List<CropPrediction> members) {
    public EnsemblePrediction {
        members = List.copyOf(members);
    }
}
