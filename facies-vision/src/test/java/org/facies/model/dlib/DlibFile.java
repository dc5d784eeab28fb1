package org.facies.model.dlib;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes network files as dlib serialises them, with random weights. */
public final class DlibFile {

    private static final int[] RESNET_BLOCKS = {32, 32, 32, -64, 64, 64, 64, -128, 128, 128, -256, 256, 256, -256};

    private final Random random;
    private final List<byte[]> layers = new ArrayList<>();
    private int inputPx = 150;

    DlibFile(Random random) {
        this.random = random;
    }

    /** The whole face recogniser: 22 MB. */
    public static byte[] resnet(Random random) {
        DlibFile file = new DlibFile(random)
                .convolution(32, 3, 7, 2, 0)
                .affine(32)
                .plain("relu_")
                .pool("max_pool_2", 3, 2);
        int channels = 32;
        for (int block : RESNET_BLOCKS) {
            file.block(Math.abs(block), channels, block < 0);
            channels = Math.abs(block);
        }
        return file.pool("avg_pool_2", 0, 1).fullyConnected(256, 128).bytes();
    }

    /** A network of every kind of layer that is not the face recogniser: 1 kB. */
    static byte[] small(Random random) {
        return new DlibFile(random)
                .convolution(2, 3, 3, 2, 0)
                .affine(2)
                .plain("relu_")
                .pool("max_pool_2", 3, 2)
                .block(2, 2, false)
                .block(4, 2, true)
                .pool("avg_pool_2", 0, 1)
                .fullyConnected(4, 2)
                .bytes();
    }

    DlibFile inputPx(int sizePx) {
        inputPx = sizePx;
        return this;
    }

    DlibFile block(int filters, int channels, boolean halves) {
        marker();
        convolution(filters, channels, 3, halves ? 2 : 1, halves ? 0 : 1)
                .affine(filters)
                .plain("relu_");
        convolution(filters, filters, 3, 1, 1).affine(filters);
        if (halves) {
            marker().marker().pool("avg_pool_2", 2, 2);
        }
        return plain("add_prev_").plain("relu_");
    }

    DlibFile convolution(int filters, int channels, int size, int stride, int padding) {
        Bytes bytes = new Bytes().text("con_4");
        bytes.tensor(random, filters * channels * size * size + filters, .5 / Math.sqrt(channels * size * size));
        bytes.integers(filters, size, size, stride, stride, padding, padding);
        bytes.integers(1, filters, channels, size, size, 1, 1, filters, 1, 1);
        return layer(bytes.learningRates());
    }

    DlibFile affine(int channels) {
        Bytes bytes = new Bytes().text("affine_").tensor(random, 2 * channels, 1);
        return layer(bytes.integers(1, 1, channels, 1, 1, 1, 1, channels, 1, 1, 0));
    }

    DlibFile plain(String name) {
        return layer(new Bytes().text(name));
    }

    DlibFile pool(String name, int size, int stride) {
        return layer(new Bytes().text(name).integers(size, size, stride, stride, 0, 0));
    }

    DlibFile fullyConnected(int inputs, int outputs) {
        Bytes bytes = new Bytes().text("fc_2").integers(outputs, inputs).tensor(random, inputs * outputs, .1);
        return layer(bytes.integers(1, inputs, outputs, 1, 1, 1, 0, 0, 0, 0, 1).learningRates());
    }

    DlibFile marker() {
        layers.add(new byte[0]);
        return this;
    }

    byte[] bytes() {
        Bytes bytes = new Bytes().integers(1).text("loss_metric_2").real(1, -4).real(3, -2);
        List<byte[]> outermostFirst = new ArrayList<>(layers);
        Collections.reverse(outermostFirst);
        for (int i = 0; i < outermostFirst.size(); i++) {
            boolean innermost = i + 1 == outermostFirst.size();
            bytes.integers(innermost ? 3 : outermostFirst.get(i).length == 0 ? 1 : 2);
        }
        bytes.text("input_rgb_image_sized")
                .real(16093282, -17)
                .real(15335555, -17)
                .real(13670547, -17);
        bytes.integers(inputPx, inputPx);
        bytes.raw(layers.get(0)).integers(1);
        layers.stream().skip(1).forEach(bytes::raw);
        return bytes.toByteArray();
    }

    /** What follows a layer's content: three truth values and three empty tensors. */
    private DlibFile layer(Bytes content) {
        content.raw("110".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 3; i++) {
            content.integers(2, 0, 0, 0, 0);
        }
        layers.add(content.toByteArray());
        return this;
    }

    private static final class Bytes extends ByteArrayOutputStream {

        Bytes raw(byte[] bytes) {
            writeBytes(bytes);
            return this;
        }

        Bytes integers(int... values) {
            for (int value : values) {
                integer(value);
            }
            return this;
        }

        Bytes integer(int value) {
            int magnitude = Math.abs(value);
            int length = Math.max(1, (39 - Integer.numberOfLeadingZeros(magnitude)) / 8);
            write(length | (value < 0 ? 0x80 : 0));
            for (int i = 0; i < length; i++) {
                write(magnitude >> (8 * i));
            }
            return this;
        }

        Bytes real(int mantissa, int exponent) {
            return integers(mantissa, exponent);
        }

        Bytes text(String text) {
            return integers(text.length()).raw(text.getBytes(StandardCharsets.US_ASCII));
        }

        Bytes learningRates() {
            return real(16, -4).real(16, -4).real(16, -4).real(0, 11);
        }

        Bytes tensor(Random random, int count, double scale) {
            ByteBuffer numbers = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < count; i++) {
                numbers.putFloat((float) (scale * random.nextGaussian()));
            }
            return integers(2, count, 1, 1, 1).raw(numbers.array());
        }
    }
}
