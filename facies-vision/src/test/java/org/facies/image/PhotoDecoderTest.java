package org.facies.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.image.Fixtures.pixel;
import static org.facies.image.Fixtures.resource;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoDecoderTest {

    private final PhotoDecoder decoder = new PhotoDecoder(ImageLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "progressive.jpg", "cmyk.jpg", "ycck.jpg"})
    void every_accepted_coding_gives_the_same_four_colours(String name) {
        Rgb picture = decode(resource(name));

        assertThat(picture.widthPx()).isEqualTo(16);
        assertThat(picture.heightPx()).isEqualTo(24);
        assertNear(pixel(picture, 3, 3), 200, 40, 40);
        assertNear(pixel(picture, 12, 3), 40, 200, 40);
        assertNear(pixel(picture, 3, 20), 40, 40, 200);
        assertNear(pixel(picture, 12, 20), 120, 120, 120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rotated.webp", "rotated.png"})
    void orientation_is_applied_in_webp_and_png_too(String name) {
        Rgb picture = decode(resource(name));

        assertThat(picture.widthPx()).isEqualTo(24);
        assertNear(pixel(picture, 20, 3), 200, 40, 40);
        assertNear(pixel(picture, 20, 12), 40, 200, 40);
    }

    /** EXIF 2.32, table of tag 0112: where the stored row 0 and the stored column 0 are to be seen. */
    @ParameterizedTest
    @CsvSource({
        "1, top, left", "2, top, right", "3, bottom, right", "4, bottom, left",
        "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom"
    })
    void row_zero_and_column_zero_come_to_lie_where_the_standard_says(int orientation, String row0, String column0) {
        Rgb stored = new Rgb(32, 16, new byte[3 * 32 * 16]);
        for (int i = 0; i < 32 * 16; i++) {
            stored.data()[3 * i] = (byte) (i < 32 * 8 ? 220 : 20); // upper half red
            stored.data()[3 * i + 1] = (byte) (i % 32 < 16 ? 220 : 20); // left half green
        }
        byte[] jpeg = JpegWriter.encode(stored, 0.95f);
        Rgb seen = decode(Fixtures.withSegment(jpeg, 0xE1, Fixtures.exif(orientation, "x")));

        boolean sideways = orientation >= 5;
        assertThat(seen.widthPx()).isEqualTo(sideways ? 16 : 32);
        assertThat(sideWith(seen, 0)).isEqualTo(row0);
        assertThat(sideWith(seen, 1)).isEqualTo(column0);
    }

    @Test
    void a_broken_exif_block_leaves_the_picture_as_stored() {
        byte[] exif = Fixtures.exif(6, "x");
        exif[6] = 'X'; // the byte order mark

        assertThat(decode(Fixtures.withSegment(JpegWriter.encode(Fixtures.waves(32, 16), .9f), 0xE1, exif))
                        .widthPx())
                .isEqualTo(32);
    }

    @Test
    void transparent_pixels_lie_over_white() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00FF0000);
        image.setRGB(1, 0, 0x800000FF);

        Rgb picture = decode(png(image));

        assertThat(pixel(picture, 0, 0)).containsExactly(255, 255, 255);
        assertThat(pixel(picture, 1, 0)).containsExactly(127, 127, 255);
        assertThat(pixel(decode(resource("alpha.webp")), 3, 3)).containsExactly(255, 255, 255);
    }

    @Test
    void sixteen_bit_grey_is_scaled_and_not_brightened() throws IOException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 0x8080, 0xFFFF});

        Rgb picture = decode(png(image));

        assertThat(pixel(picture, 0, 0)).containsExactly(0, 0, 0);
        assertThat(pixel(picture, 1, 0)).containsExactly(128, 128, 128);
        assertThat(pixel(picture, 2, 0)).containsExactly(255, 255, 255);
    }

    @Test
    void eight_bit_grey_is_taken_as_stored_in_png_and_jpeg() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            image.getRaster().setSample(i % 16, i / 16, 0, 90);
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);

        assertThat(pixel(decode(png(image)), 5, 5)).containsExactly(90, 90, 90);
        assertNear(pixel(decode(jpeg.toByteArray()), 5, 5), 90, 90, 90);
    }

    @Test
    void a_palette_is_resolved_together_with_its_transparency() throws IOException {
        byte[] red = {10, (byte) 200};
        byte[] green = {20, 0};
        byte[] blue = {30, 0};
        byte[] alpha = {(byte) 255, 0};
        BufferedImage image = new BufferedImage(
                2, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 2, red, green, blue, alpha));
        image.getRaster().setSample(1, 0, 0, 1);

        Rgb picture = decode(png(image));

        assertThat(pixel(picture, 0, 0)).containsExactly(10, 20, 30);
        assertThat(pixel(picture, 1, 0)).containsExactly(255, 255, 255);
    }

    @Test
    void a_colour_profile_is_converted_to_srgb() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] segment = Fixtures.join("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII), new byte[] {1, 1}, profile);
        Rgb half = new Rgb(8, 8, filled(3 * 64, 55));

        Rgb picture = decode(Fixtures.withSegment(JpegWriter.encode(half, 1f), 0xE2, segment));

        assertNear(pixel(picture, 4, 4), 127, 127, 127); // sRGB of 55 / 255 = 0.2157 linear light is 128.3
    }

    @ParameterizedTest
    @CsvSource({"60000, 60000", "7072, 7071"})
    void a_header_that_claims_too_many_pixels_is_refused_before_decoding(int width, int height) {
        byte[] ihdr = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] png = PngWriter.encode(Fixtures.waves(4, 4));
        System.arraycopy(Fixtures.pngChunk("IHDR", ihdr), 0, png, 8, 25);
        byte[] jpeg = JpegWriter.encode(Fixtures.waves(4, 4), .9f);
        int frame = indexOf(jpeg, 0xC0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        String expected = "is %d × %d pixels; the limit is 50 megapixels".formatted(width, height);

        assertThat(decoder.decode(png)).isEqualTo(new Decoded.Refused(expected, "Resize it, or raise the limit."));
        assertThat(decoder.decode(jpeg)).isEqualTo(new Decoded.Refused(expected, "Resize it, or raise the limit."));
    }

    @Test
    void an_animation_is_refused_by_name() {
        assertThat(decoder.decode(resource("animated.webp")))
                .isEqualTo(new Decoded.Refused("is an animation", "Export one frame as a still picture."));
    }

    @Test
    void other_formats_are_refused_whatever_they_are_called(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "gif", gif);
        Path file = Files.write(folder.resolve("holiday.jpg"), gif.toByteArray());

        assertThat(decoder.decode(file))
                .isEqualTo(new Decoded.Refused("is not a JPEG, PNG or WebP picture", "Convert it to JPEG or PNG."));
    }

    @Test
    void a_png_named_jpg_is_a_png(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a \"ü\".jpg"), PngWriter.encode(Fixtures.waves(5, 3)));

        assertThat(decoder.decode(file)).isInstanceOf(Decoded.Picture.class);
    }

    @Test
    void what_is_not_a_readable_file_is_refused(@TempDir Path folder) throws IOException {
        Path directory = Files.createDirectory(folder.resolve("folder.jpg"));
        Path empty = Files.createFile(folder.resolve("empty.jpg"));
        Path large = Files.write(folder.resolve("large.jpg"), new byte[101]);
        PhotoDecoder strict = new PhotoDecoder(new ImageLimits(100, 50_000_000));

        assertThat(reason(strict.decode(directory))).isEqualTo("is a folder");
        assertThat(reason(strict.decode(folder.resolve("absent.jpg")))).isEqualTo("does not exist or is not a file");
        assertThat(reason(strict.decode(empty))).isEqualTo("is empty");
        assertThat(reason(strict.decode(large))).isEqualTo("is larger than 100 bytes");
    }

    @Test
    void no_metadata_survives_decoding_and_writing() {
        String planted = "Jane Roe, record 4711";
        byte[] jpeg =
                Fixtures.withSegment(JpegWriter.encode(Fixtures.waves(32, 16), .9f), 0xE1, Fixtures.exif(1, planted));
        jpeg = Fixtures.withSegment(jpeg, 0xFE, planted.getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).contains(planted);

        Rgb picture = decode(jpeg);

        assertThat(new String(PngWriter.encode(picture), StandardCharsets.ISO_8859_1))
                .doesNotContain("Jane", "tEXt");
        assertThat(new String(JpegWriter.encode(picture, .9f), StandardCharsets.ISO_8859_1))
                .doesNotContain("Jane", "Exif");
    }

    private Rgb decode(byte[] file) {
        Decoded decoded = decoder.decode(file);
        assertThat(decoded).isInstanceOf(Decoded.Picture.class);
        return ((Decoded.Picture) decoded).pixels();
    }

    private static String reason(Decoded decoded) {
        return ((Decoded.Refused) decoded).reason();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "png", out)).isTrue();
        return out.toByteArray();
    }

    /** The side of the picture along which a channel is bright. */
    private static String sideWith(Rgb picture, int channel) {
        int right = picture.widthPx() - 3;
        int bottom = picture.heightPx() - 3;
        boolean topLeft = pixel(picture, 2, 2)[channel] > 120;
        boolean topRight = pixel(picture, right, 2)[channel] > 120;
        boolean bottomLeft = pixel(picture, 2, bottom)[channel] > 120;
        if (topLeft == topRight) {
            return topLeft ? "top" : "bottom";
        }
        assertThat(bottomLeft).isEqualTo(topLeft);
        return topLeft ? "left" : "right";
    }

    private static int indexOf(byte[] jpeg, int marker) {
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != marker) {
            at += 2 + (Byte.toUnsignedInt(jpeg[at + 2]) << 8 | Byte.toUnsignedInt(jpeg[at + 3]));
        }
        return at;
    }

    private static byte[] filled(int length, int value) {
        byte[] data = new byte[length];
        Arrays.fill(data, (byte) value);
        return data;
    }

    private static void assertNear(int[] actual, int red, int green, int blue) {
        assertThat(Math.abs(actual[0] - red)).as("red %d", actual[0]).isLessThanOrEqualTo(4);
        assertThat(Math.abs(actual[1] - green)).as("green %d", actual[1]).isLessThanOrEqualTo(4);
        assertThat(Math.abs(actual[2] - blue)).as("blue %d", actual[2]).isLessThanOrEqualTo(4);
    }
}
