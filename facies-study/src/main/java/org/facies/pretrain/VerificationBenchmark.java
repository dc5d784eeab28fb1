package org.facies.pretrain;

import java.util.List;
import org.facies.align.FacePipeline;
import org.facies.embed.Embedder;
import org.facies.embed.PairVerification;
import org.facies.embed.PhotoEmbedder;
import org.facies.embed.PhotoPair;
import org.facies.embed.Verification;
import org.facies.embed.Views;
import org.facies.model.ModelKind.Backbone;
import org.facies.onnx.OnnxGraph;
import org.facies.progress.Progress;

/**
 * Measures a network on pairs of photos, as {@code facies model verify} does.
 *
 * @param pairs of people who are not used for training
 * @param pipeline finds and aligns the faces
 * @param backbone input and output of the network
 * @param threads for ONNX Runtime
 */
record VerificationBenchmark(List<PhotoPair> pairs, FacePipeline pipeline, Backbone backbone, int threads) {

    Verification measure(OnnxGraph network, Progress progress) {
        try (Embedder embedder = Embedder.open("the network in training", backbone, network.toBytes(), threads);
                Progress.Bar bar = progress.start(
                        "Verification", PairVerification.photosOf(pairs).size())) {
            PhotoEmbedder photos = PhotoEmbedder.ofPhotos(pipeline, embedder, Views.CROP);
            return PairVerification.measure(pairs, photos, bar).verification();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while verifying", stop);
        }
    }
}
