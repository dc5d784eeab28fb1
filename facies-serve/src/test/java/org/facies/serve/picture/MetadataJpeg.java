package org.facies.serve.picture;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.facies.detect.DrawnFace;
import org.facies.image.JpegWriter;

/** A JPEG file with every kind of metadata, each with {@link #CANARY} in it. */
final class MetadataJpeg {
    static final String CANARY = "CANARY";

    private MetadataJpeg() {}

    /** EXIF with place and thumbnail, colour profile, XMP, IPTC, a comment, and bytes after the end. */
    static byte[] of(byte[] jpeg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            out.write(jpeg, 0, 2);
            segment(out, 0xE1, exif());
            segment(out, 0xE1, text("http://ns.adobe.com/xap/1.0/\0<x>" + CANARY + "</x>"));
            ByteArrayOutputStream profile = new ByteArrayOutputStream();
            profile.write(text("ICC_PROFILE\0\1\1"));
            profile.write(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            segment(out, 0xE2, profile.toByteArray());
            segment(out, 0xED, text("Photoshop 3.0\0008BIM\4\4\0\0\0\0\0\6" + CANARY));
            segment(out, 0xFE, text(CANARY + " of the ward"));
            out.write(jpeg, 2, jpeg.length - 2);
            out.write(text(CANARY));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A description, a latitude, and a second directory with a thumbnail. */
    private static byte[] exif() {
        byte[] thumbnail = JpegWriter.encode(DrawnFace.portrait(32), 0.5f);
        ByteBuffer tiff = ByteBuffer.allocate(6 + 200 + thumbnail.length);
        tiff.put(text("Exif\0\0MM\0*")).putInt(8);
        tiff.putShort((short) 2);
        entry(tiff, 0x010E, 2, 8, 100);
        entry(tiff, 0x8825, 4, 1, 60);
        tiff.putInt(110);
        tiff.position(6 + 60).putShort((short) 2);
        entry(tiff, 1, 2, 2, 0x4E000000);
        entry(tiff, 2, 5, 1, 90);
        tiff.putInt(0);
        tiff.position(6 + 100).put(text(CANARY + "\0\0"));
        tiff.position(6 + 110).putShort((short) 2);
        entry(tiff, 0x0201, 4, 1, 160);
        entry(tiff, 0x0202, 4, 1, thumbnail.length);
        tiff.putInt(0);
        tiff.position(6 + 160).put(thumbnail);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) throws IOException {
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.write(content);
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.ISO_8859_1);
    }
}
