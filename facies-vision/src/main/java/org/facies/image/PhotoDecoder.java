package org.facies.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The only decoder of photos. It decodes JPEG, PNG and WebP, recognised by their first bytes, to upright opaque RGB
 * without metadata. Any defect of a file, and any exception of a format's reader, becomes {@link Decoded.Refused}. An
 * exception from here is a bug or a lack of memory.
 *
 * <p>An animated WebP is refused; for an animated PNG the still picture is used. Thread-safe.
 */
public final class PhotoDecoder {

    private final ImageLimits limits;
    private final PixelReader pixels = new PixelReader();

    public PhotoDecoder(ImageLimits limits) {
        this.limits = Objects.requireNonNull(limits);
    }

    /** Decodes a file. */
    public Decoded decode(Path file) {
        if (Files.isDirectory(file)) {
            return new Decoded.Refused("is a folder", "Give the path of a photo.");
        }
        if (!Files.isRegularFile(file)) {
            return new Decoded.Refused("does not exist or is not a file", "Correct the path, or remove its row.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return decode(in.readNBytes((int) limits.maxFileBytes() + 1));
        } catch (IOException unreadable) {
            return new Decoded.Refused("cannot be read", "Check that you may read the file and that its disk works.");
        }
    }

    /** Decodes the bytes of a file. */
    public Decoded decode(byte[] file) {
        try {
            return new Decoded.Picture(decodeOrThrow(file));
        } catch (RefusedImage refused) {
            return refused.asRefusal();
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            return RefusedImage.damaged("its pixels cannot be decoded").asRefusal();
        }
    }

    private Rgb decodeOrThrow(byte[] file) throws IOException {
        if (file.length == 0) {
            throw new RefusedImage("is empty", "Copy the photo again from its source.");
        }
        if (file.length > limits.maxFileBytes()) {
            throw new RefusedImage(
                    "is larger than %,d bytes".formatted(limits.maxFileBytes()),
                    "Store it with stronger compression, or raise the limit.");
        }
        ImageHeader header = ImageHeader.read(file);
        checkSize(header);
        return ExifOrientation.upright(pixels.read(header, file), header.orientation());
    }

    private void checkSize(ImageHeader header) throws RefusedImage {
        if (header.widthPx() < 1 || header.heightPx() < 1) {
            throw RefusedImage.damaged("its header gives no size");
        }
        if ((long) header.widthPx() * header.heightPx() > limits.maxPixels()) {
            throw new RefusedImage(
                    "is %d × %d pixels; the limit is %d megapixels"
                            .formatted(header.widthPx(), header.heightPx(), limits.maxPixels() / 1_000_000),
                    "Resize it, or raise the limit.");
        }
    }
}
