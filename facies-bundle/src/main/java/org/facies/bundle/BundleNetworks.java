package org.facies.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.facies.align.CropGeometry;
import org.facies.align.FacesSeen;
import org.facies.decision.PhotoEvidence;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.predict.EnsembleClassifier;
import org.facies.predict.EnsemblePrediction;

/** The classifiers of a bundle. Each graph is weighted by its number of networks. */
final class BundleNetworks implements AutoCloseable {
    private final List<Network> networks;

    private record Network(EnsembleClassifier classifier, CropGeometry geometry, int members) {}

    private BundleNetworks(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /** @throws BadInput if a graph cannot be loaded or does not match its description in the bundle */
    static BundleNetworks open(Bundle bundle, int threads) {
        List<Network> networks = new ArrayList<>();
        try {
            for (BundleFile.Network stated : bundle.file().classifiers()) {
                CropGeometry geometry = CropGeometry.named(stated.geometry()).orElseThrow();
                EnsembleClassifier classifier = EnsembleClassifier.open(
                        stated.file(),
                        bundle.content(stated.file()),
                        bundle.file().labels().size(),
                        threads);
                networks.add(new Network(classifier, geometry, stated.members()));
                classifier.requireCrops(stated.file(), geometry);
            }
            return new BundleNetworks(networks);
        } catch (RuntimeException unusable) {
            networks.forEach(network -> network.classifier().close());
            throw unusable;
        }
    }

    /** The crop geometry of the first graph. */
    CropGeometry geometry() {
        return networks.get(0).geometry();
    }

    /** The networks' output for a face. It has a distance if all networks compute distances. */
    PhotoEvidence evidence(Rgb picture, FacesSeen.Taken face) {
        double[] sums = new double[0];
        double distance = 0;
        double members = 0;
        boolean isDistanceKnown = true;
        for (Network network : networks) {
            Rgb crop = face.cropOfStudy(picture, network.geometry());
            EnsemblePrediction answer =
                    network.classifier().classify(List.of(crop)).get(0);
            List<Double> probabilities = answer.mean().probabilities();
            sums = sums.length == 0 ? new double[probabilities.size()] : sums;
            for (int c = 0; c < sums.length; c++) {
                sums[c] += network.members() * probabilities.get(c);
            }
            isDistanceKnown &= answer.distance().isPresent();
            distance += network.members() * answer.distance().orElse(0.0);
            members += network.members();
        }
        List<Double> means = new ArrayList<>();
        for (double sum : sums) {
            means.add(sum / members);
        }
        return new PhotoEvidence(
                means, isDistanceKnown ? OptionalDouble.of(distance / members) : OptionalDouble.empty());
    }

    @Override
    public void close() {
        networks.forEach(network -> network.classifier().close());
    }
}
