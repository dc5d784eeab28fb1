package org.facies.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TransparentPngTest {

    @Test
    void colours_and_transparency_are_as_stored() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x40102030);
        image.setRGB(1, 0, 0xFFFFFEFD);

        Rgba picture = TransparentPng.decode(png(image));

        assertThat(picture.widthPx()).isEqualTo(2);
        assertThat(picture.data())
                .containsExactly(0x10, 0x20, 0x30, 0x40, (byte) 0xFF, (byte) 0xFE, (byte) 0xFD, (byte) 0xFF);
    }

    @Test
    void a_picture_without_transparency_is_opaque() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0x102030);

        assertThat(TransparentPng.decode(png(image)).data()).containsExactly(0x10, 0x20, 0x30, (byte) 0xFF);
    }

    @Test
    void what_is_no_whole_png_is_refused() throws IOException {
        byte[] whole = png(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB));

        assertThatThrownBy(() -> TransparentPng.decode(new byte[10])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TransparentPng.decode(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TransparentPng.decode(JpegWriter.encode(new Rgb(8, 8, new byte[192]), 0.9f)))
                .isInstanceOf(IOException.class);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
