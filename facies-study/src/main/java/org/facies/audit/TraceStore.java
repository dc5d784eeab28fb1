package org.facies.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.facies.cohort.Photo;
import org.facies.file.AtomicFile;
import org.facies.file.Sha256;
import org.facies.model.InstalledModel;

/**
 * Traces on disk, by the content of the photo and the network. An entry that is damaged counts as absent.
 *
 * @param folder for traces of all networks
 * @param network hash of the network's weights
 * @param embeddingSize numbers in an embedding
 */
public record TraceStore(Path folder, String network, int embeddingSize) {

    /** Change it whenever the measurements change. */
    private static final String VERSION = "facies-audit-1";

    /**
     * The store next to the crops.
     *
     * @param cropCache folder of aligned crops
     * @param model a backbone
     */
    public static TraceStore of(Path cropCache, InstalledModel model) {
        return new TraceStore(
                cropCache.resolveSibling("audit"),
                model.sha256(),
                model.card().backbone().embeddingSize());
    }

    Optional<PhotoTrace> read(Photo photo) {
        try {
            byte[] file = Files.readAllBytes(entry(photo));
            ByteBuffer in = ByteBuffer.wrap(file);
            if (file.length != Long.BYTES + Float.BYTES * numbers() || in.getLong() != checksum(file)) {
                return Optional.empty();
            }
            float[] whole = next(in, embeddingSize);
            float[] masked = next(in, embeddingSize);
            float[] face = next(in, PhotoTrace.FACE_SIDE_PX * PhotoTrace.FACE_SIDE_PX);
            Map<Trait, float[]> traits = new EnumMap<>(Trait.class);
            for (Trait trait : Trait.values()) {
                traits.put(trait, next(in, trait.size()));
            }
            return Optional.of(new PhotoTrace(photo, whole, masked, face, traits));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    void write(PhotoTrace trace) {
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES + Float.BYTES * numbers());
        out.putLong(0);
        put(out, trace.embedding());
        put(out, trace.withoutBackground());
        put(out, trace.face());
        for (Trait trait : Trait.values()) {
            put(out, trace.traits().get(trait));
        }
        out.putLong(0, checksum(out.array()));
        AtomicFile.write(entry(trace.photo()), out.array());
    }

    private int numbers() {
        int numbers = 2 * embeddingSize + PhotoTrace.FACE_SIDE_PX * PhotoTrace.FACE_SIDE_PX;
        for (Trait trait : Trait.values()) {
            numbers += trait.size();
        }
        return numbers;
    }

    private Path entry(Photo photo) {
        String key = Sha256.of(String.join("\n", VERSION, network, photo.sha256()));
        return folder.resolve(key.substring(0, 2)).resolve(key.substring(2) + ".trace");
    }

    private static float[] next(ByteBuffer in, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.getFloat();
        }
        return numbers;
    }

    private static void put(ByteBuffer out, float[] numbers) {
        for (float number : numbers) {
            out.putFloat(number);
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, Long.BYTES, bytes.length - Long.BYTES);
        return crc.getValue();
    }
}
