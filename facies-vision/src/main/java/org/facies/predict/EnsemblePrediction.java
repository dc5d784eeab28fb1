package org.facies.predict;

import java.util.List;
import java.util.Optional;

/**
 * The prediction of an ensemble for one crop.
 *
 * @param mean over the members, without an embedding, because each member has its own embedding space
 * @param members the prediction of each member, in the order of the ensemble
 * @param distance of the face from the training faces, mean over the members; empty if the ensemble does not compute it
 */
public record EnsemblePrediction(CropPrediction mean, List<CropPrediction> members, Optional<Double> distance) {
    public EnsemblePrediction {
        members = List.copyOf(members);
    }
}
