package org.facies.synth.asset;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.facies.image.Rgba;

/**
 * A compressed texture. Most textures are not used in a run and stay compressed.
 *
 * @param deflated RGBA bytes, compressed
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never written to
public record PackedTexture(int widthPx, int heightPx, byte[] deflated) {

    static PackedTexture of(Rgba picture) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(picture.data());
            deflater.finish();
            byte[] buffer = new byte[picture.data().length + 1024];
            int length = deflater.deflate(buffer);
            return new PackedTexture(picture.widthPx(), picture.heightPx(), Arrays.copyOf(buffer, length));
        } finally {
            deflater.end();
        }
    }

    /** The decompressed picture. */
    public Rgba unpack() {
        Inflater inflater = new Inflater();
        try {
            byte[] data = new byte[4 * widthPx * heightPx];
            inflater.setInput(deflated);
            if (inflater.inflate(data) != data.length) {
                throw new IllegalStateException("a texture ends early in a file with the correct hash");
            }
            return new Rgba(widthPx, heightPx, data);
        } catch (DataFormatException impossible) {
            throw new IllegalStateException("a texture is damaged in a file with the correct hash", impossible);
        } finally {
            inflater.end();
        }
    }
}
