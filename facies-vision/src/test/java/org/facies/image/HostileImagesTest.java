package org.facies.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes, the decoder answers: an exception that escapes it fails these tests. */
class HostileImagesTest {

    private static final int MUTATIONS = 1500;

    private final PhotoDecoder decoder = new PhotoDecoder(new ImageLimits(1 << 20, 1_000_000));

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("baseline JPEG", JpegWriter.encode(Fixtures.waves(48, 40), .8f)),
                Arguments.of(
                        "JPEG with EXIF",
                        Fixtures.withSegment(
                                JpegWriter.encode(Fixtures.waves(24, 24), .8f), 0xE1, Fixtures.exif(6, "someone"))),
                Arguments.of("progressive JPEG", Fixtures.resource("progressive.jpg")),
                Arguments.of("CMYK JPEG", Fixtures.resource("cmyk.jpg")),
                Arguments.of("PNG", PngWriter.encode(Fixtures.waves(20, 16))),
                Arguments.of("PNG with EXIF", Fixtures.resource("rotated.png")),
                Arguments.of("lossy WebP", Fixtures.resource("lossy.webp")),
                Arguments.of("lossless WebP", Fixtures.resource("rotated.webp")),
                Arguments.of("animated WebP", Fixtures.resource("animated.webp")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void flipped_bytes_are_decoded_or_refused(String name, byte[] file) {
        Random random = new Random(name.hashCode());
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = file.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            assertThat(decoder.decode(mutated))
                    .as("seed of %s, mutation %d", name, i)
                    .isNotNull();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_cut_off_anywhere_in_its_first_nine_tenths_is_refused(String name, byte[] file) {
        for (int length = 0; length < file.length * 9 / 10; length++) {
            assertThat(decoder.decode(Arrays.copyOf(file, length)))
                    .as("%s, first %d of %d bytes", name, length, file.length)
                    .isInstanceOf(Decoded.Refused.class);
        }
    }
}
