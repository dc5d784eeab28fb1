package org.facies.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The only decoder of the product: JPEG, PNG and WebP, told apart by their first bytes, to upright opaque RGB without
 * metadata. Whatever is wrong with a file, and whatever a format's reader throws over it, comes out as
 * {@link Decoded.Refused}; an exception from here is a bug of ours or a want of memory.
 *
 * <p>An animated WebP is refused; of an animated PNG the still picture is taken. Safe to share between threads.
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
            return new Decoded.Refused("is a folder", "Name the photo file itself.");
        }
        if (!Files.isRegularFile(file)) {
            return new Decoded.Refused("does not exist or is not a file", "Correct the path, or drop its row.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return decode(in.readNBytes((int) limits.maxFileBytes() + 1));
        } catch (IOException unreadable) {
            return new Decoded.Refused("cannot be read", "Check that you may read the file and that its disk is well.");
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
