package org.facies.pretrain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.facies.cohort.Identities;
import org.facies.embed.PhotoPair;
import org.facies.file.Sha256;
import org.facies.run.RecordedSettings;

/** {@code pretrain.yaml}: every setting with its default written out, and what the run was made of. */
final class PretrainRecord {
    private PretrainRecord() {}

    static RecordedSettings of(
            PretrainSettings settings, StartingNetwork network, Collection collection, Software software) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", settings.id());
        tree.put("backbone", settings.backbone());
        tree.put("start", word(settings.start()));
        tree.put("loss", settings.loss().toString());
        tree.put("optimisation", settings.optimisation());
        tree.put("pace", settings.pace());
        tree.put("sampling", word(settings.data().sampling()));
        tree.put("min_photos", settings.data().minPhotos());
        tree.put("held_out", collection.pairs().isEmpty() ? settings.data().heldOut() : 0);
        tree.put("seed", settings.seed());
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("facies", software.version());
        made.put("java", Runtime.version().toString());
        made.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        made.put("threads", software.threads());
        made.put("device", software.device());
        made.put("backbone_sha256", Sha256.of(network.graph().toBytes()));
        made.put("photos_sha256", photos(collection.identities()));
        made.put("pairs_sha256", pairs(collection.pairs()));
        tree.put("provenance", made);
        return RecordedSettings.of(tree);
    }

    /**
     * What a run reads.
     *
     * @param pairs that the user brought; empty where identities are held out
     */
    record Collection(Identities identities, List<PhotoPair> pairs) {}

    /**
     * What a run runs on.
     *
     * @param version of this software
     * @param threads results of different numbers may differ
     * @param device kind of device that trains
     */
    record Software(String version, int threads, String device) {}

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String photos(Identities identities) {
        return Sha256.of(identities.people().stream()
                .flatMap(person -> person.photos().stream().map(photo -> person.id() + "\t" + photo.sha256()))
                .collect(Collectors.joining("\n")));
    }

    private static String pairs(List<PhotoPair> pairs) {
        return Sha256.of(pairs.stream()
                .map(pair ->
                        IdentitySplit.hash(pair.photoA()) + " " + IdentitySplit.hash(pair.photoB()) + " " + pair.same())
                .collect(Collectors.joining("\n")));
    }
}
