package org.facies.power;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import org.facies.embed.Embedding;
import org.facies.file.AtomicFile;

/**
 * Embeddings on disk, by the content of the photo and the network that made them. An entry that is damaged counts as
 * absent.
 *
 * @param folder of one network
 * @param size number of values of an embedding
 */
record EmbeddingStore(Path folder, int size) {

    Optional<Embedding> read(String photoSha256) {
        try {
            byte[] file = Files.readAllBytes(entry(photoSha256));
            ByteBuffer in = ByteBuffer.wrap(file);
            if (file.length != Long.BYTES + size * Float.BYTES || in.getLong() != checksum(file)) {
                return Optional.empty();
            }
            float[] numbers = new float[size];
            in.asFloatBuffer().get(numbers);
            return Optional.of(Embedding.of(numbers));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    void write(String photoSha256, Embedding embedding) {
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES + size * Float.BYTES);
        out.position(Long.BYTES);
        out.asFloatBuffer().put(embedding.toArray());
        out.putLong(0, checksum(out.array()));
        AtomicFile.write(entry(photoSha256), out.array());
    }

    private Path entry(String photoSha256) {
        return folder.resolve(photoSha256.substring(0, 2)).resolve(photoSha256.substring(2) + ".f32");
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, Long.BYTES, bytes.length - Long.BYTES);
        return crc.getValue();
    }
}
