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
import org.facies.run.Software;
import org.facies.schema.Inline;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/** {@code pretrain.yaml}: every setting, defaults included, and the provenance of the run. */
final class PretrainRecord {
    private static final RecordFormat<Made> PROVENANCE = RecordFormat.of(Made.class, Undefined.REFUSED);

    private PretrainRecord() {}

    /** The provenance of the run. */
    private record Made(
            @Inline Software software,
            int threads,
            String device,
            String backboneSha256,
            String photosSha256,
            String pairsSha256) {}

    static RecordedSettings of(
            PretrainSettings settings, StartingNetwork network, Collection collection, Machine machine) {
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
        Made made = new Made(
                Software.ofThisProcess(machine.version()),
                machine.threads(),
                machine.device(),
                Sha256.of(network.graph().toBytes()),
                photos(collection.identities()),
                pairs(collection.pairs()));
        tree.put("provenance", PROVENANCE.write(made));
        return RecordedSettings.of(tree);
    }

    /**
     * The input of a run.
     *
     * @param pairs imported; empty if identities are held out
     */
    record Collection(Identities identities, List<PhotoPair> pairs) {}

    /**
     * Software and hardware of a run.
     *
     * @param version of this software
     * @param threads results can differ between numbers of threads
     * @param device kind of device that trains
     */
    record Machine(String version, int threads, String device) {}

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
                .map(pair -> IdentitySplit.hash(pair.photoA()) + " " + IdentitySplit.hash(pair.photoB()) + "" + " "
                        + pair.same())
                .collect(Collectors.joining("\n")));
    }
}
