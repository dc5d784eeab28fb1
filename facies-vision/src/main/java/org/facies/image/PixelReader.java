package org.facies.image;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.ImageReaderSpi;

/** Decodes pixels with the reader for a header. May throw any exception; {@link PhotoDecoder} handles them. */
final class PixelReader {

    private static final String JDK = "com.sun.imageio.";
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.";

    private final ImageReaderSpi plainJpeg = reader("jpeg", JDK);
    private final ImageReaderSpi rareJpeg = reader("jpeg", TWELVE_MONKEYS);
    private final ImageReaderSpi png = reader("png", JDK);
    private final ImageReaderSpi webp = reader("webp", TWELVE_MONKEYS);

    Rgb read(ImageHeader header, byte[] file) throws IOException {
        return Flattening.flatten(image(header, file));
    }

    BufferedImage image(ImageHeader header, byte[] file) throws IOException {
        return switch (header.coding()) {
            case JPEG_PLAIN -> read(plainJpeg, header, file);
            case JPEG_RARE -> read(rareJpeg, header, file);
            case PNG -> read(png, header, file);
            case WEBP -> read(webp, header, file);
        };
    }

    private static BufferedImage read(ImageReaderSpi spi, ImageHeader header, byte[] file) throws IOException {
        ImageReader reader = spi.createReaderInstance();
        try (ByteArrayImageInputStream in = new ByteArrayImageInputStream(file)) {
            AtomicBoolean cutOff = new AtomicBoolean();
            reader.addIIOReadWarningListener((source, warning) -> cutOff.compareAndSet(false, meansCutOff(warning)));
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != header.widthPx() || reader.getHeight(0) != header.heightPx()) {
                throw RefusedImage.damaged("its headers contradict each other");
            }
            BufferedImage image = reader.read(0, parameters(reader, header));
            if (cutOff.get()) {
                throw RefusedImage.damaged("its pixels end early");
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    /** A colour JPEG with a profile is converted to sRGB by its reader. */
    private static ImageReadParam parameters(ImageReader reader, ImageHeader header) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        if (header.coding() == ImageHeader.Coding.JPEG_RARE && colour(reader)) {
            parameters.setDestinationType(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR));
        }
        return parameters;
    }

    private static boolean colour(ImageReader reader) throws IOException {
        return reader.getImageTypes(0).next().getNumBands() >= 3;
    }

    /**
     * Whether a warning means that data is missing. libjpeg then fills the rest with grey, which must not be accepted.
     */
    private static boolean meansCutOff(String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        return text.contains("premature") || text.contains("truncated");
    }

    private static ImageReaderSpi reader(String format, String vendor) {
        Predicate<ImageReaderSpi> ours = spi -> spi.getClass().getName().startsWith(vendor);
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format); readers.hasNext(); ) {
            ImageReaderSpi spi = readers.next().getOriginatingProvider();
            if (ours.test(spi)) {
                return spi;
            }
        }
        throw new IllegalStateException("no " + format + " reader of " + vendor + " on the class path");
    }
}
