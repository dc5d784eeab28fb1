package org.facies.predict;

import java.util.List;
import java.util.Optional;

/**
 * The answer of an ensemble to one crop.
 *
 * @param mean over the members, without an embedding: each member has an embedding space of its own
 * @param members the answer of each member, in the order of the ensemble
 * @param distance how far the face is from those that the members learnt from, mean over the members; empty where the
 *     ensemble does not know them
 */
public record EnsemblePrediction(CropPrediction mean, List<CropPrediction> members, Optional<Double> distance) {
    public EnsemblePrediction {
        members = List.copyOf(members);
    }
}
