package org.facies.synth.asset;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.facies.file.AtomicFile;
import org.facies.file.FileRefusal;
import org.facies.file.Sha256;
import org.facies.synth.mesh.Attachment;
import org.facies.synth.mesh.Surface;
import org.facies.synth.mesh.Target;

/**
 * Stores {@link HeadAssets} in one file. It holds the SHA-256 of the rest in hexadecimal, then the parts in the order
 * of the record. Each array is preceded by its length; numbers are big-endian.
 */
final class AssetFile {

    private static final int HASH_BYTES = 64;

    private AssetFile() {}

    static void write(Path file, HeadAssets assets) {
        byte[] content = bytes(assets);
        AtomicFile.write(file, out -> {
            out.write(Sha256.of(content).getBytes(StandardCharsets.US_ASCII));
            out.write(content);
        });
    }

    /** The assets; empty if the file is missing or damaged. */
    static Optional<HeadAssets> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length < HASH_BYTES) {
                return Optional.empty();
            }
            String hash = new String(bytes, 0, HASH_BYTES, StandardCharsets.US_ASCII);
            byte[] content = Arrays.copyOfRange(bytes, HASH_BYTES, bytes.length);
            return Sha256.of(content).equals(hash) ? Optional.of(new In(content).assets()) : Optional.empty();
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw FileRefusal.reading(file, unreadable);
        } catch (BufferUnderflowException impossible) {
            throw new IllegalStateException("a file of head assets with the correct hash ends early", impossible);
        }
    }

    private static byte[] bytes(HeadAssets assets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 24);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            new Out(out).assets(assets);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Writes one value after the other. */
    private record Out(DataOutputStream out) {

        private interface Writer<T> {
            void write(T value) throws IOException;
        }

        void assets(HeadAssets assets) throws IOException {
            floats(assets.points());
            surface(assets.skin());
            surface(assets.shoulders());
            map(assets.marks(), this::ints);
            map(assets.targets(), target -> {
                ints(target.points());
                floats(target.moves());
            });
            map(assets.parts(), part -> {
                ints(part.anchors());
                floats(part.weights());
                floats(part.offsets());
                surface(part.surface());
            });
            map(assets.textures(), texture -> {
                out.writeInt(texture.widthPx());
                out.writeInt(texture.heightPx());
                out.writeInt(texture.deflated().length);
                out.write(texture.deflated());
            });
        }

        private <T> void map(Map<String, T> map, Writer<T> values) throws IOException {
            out.writeInt(map.size());
            for (Map.Entry<String, T> entry : new TreeMap<>(map).entrySet()) {
                byte[] name = entry.getKey().getBytes(StandardCharsets.UTF_8);
                out.writeInt(name.length);
                out.write(name);
                values.write(entry.getValue());
            }
        }

        private void surface(Surface surface) throws IOException {
            ints(surface.corners());
            ints(surface.uvCorners());
            floats(surface.uvs());
        }

        private void ints(int[] values) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * values.length).putInt(values.length);
            buffer.asIntBuffer().put(values);
            out.write(buffer.array());
        }

        private void floats(float[] values) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * values.length).putInt(values.length);
            buffer.asFloatBuffer().put(values);
            out.write(buffer.array());
        }
    }

    /** Reads what {@link Out} wrote. */
    private record In(ByteBuffer in) {

        In(byte[] content) {
            this(ByteBuffer.wrap(content));
        }

        HeadAssets assets() {
            return new HeadAssets(
                    floats(),
                    surface(),
                    surface(),
                    map(In::ints),
                    map(from -> new Target(from.ints(), from.floats())),
                    map(from -> new Attachment(from.ints(), from.floats(), from.floats(), from.surface())),
                    map(from -> new PackedTexture(from.in.getInt(), from.in.getInt(), from.bytes())));
        }

        private <T> Map<String, T> map(Function<In, T> values) {
            Map<String, T> map = new TreeMap<>();
            for (int left = in.getInt(); left > 0; left--) {
                String name = new String(bytes(), StandardCharsets.UTF_8);
                map.put(name, values.apply(this));
            }
            return map;
        }

        private Surface surface() {
            return new Surface(ints(), ints(), floats());
        }

        private byte[] bytes() {
            byte[] bytes = new byte[in.getInt()];
            in.get(bytes);
            return bytes;
        }

        private int[] ints() {
            int[] values = new int[in.getInt()];
            in.asIntBuffer().get(values);
            in.position(in.position() + 4 * values.length);
            return values;
        }

        private float[] floats() {
            float[] values = new float[in.getInt()];
            in.asFloatBuffer().get(values);
            in.position(in.position() + 4 * values.length);
            return values;
        }
    }
}
