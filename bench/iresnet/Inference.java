import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.facies.inference.InferenceSession;
import org.facies.model.iresnet.CropSize;
import org.facies.model.iresnet.Depth;
import org.facies.model.iresnet.IResNet;

/**
 * An IResNet with fresh weights in ONNX Runtime, as the product runs it. Usage: {@code Inference write DEPTH FILE},
 * then {@code Inference run FILE BATCH RUNS}.
 */
public final class Inference {

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("write")) {
            Depth depth = Depth.valueOf("IRESNET_" + arguments[1]);
            Files.write(
                    Path.of(arguments[2]),
                    IResNet.graph(depth, CropSize.ARCFACE).freshlyInitialised(1).toBytes());
            return;
        }
        int batch = Integer.parseInt(arguments[2]);
        long[] nanos = new long[Integer.parseInt(arguments[3])];
        FloatBuffer crops = noise(batch);
        long[] shape = {batch, 3, 112, 112};
        byte[] network = Files.readAllBytes(Path.of(arguments[1]));
        try (InferenceSession session = InferenceSession.open("iresnet", network, 2)) {
            session.run("input", crops, shape, "embedding");
            for (int i = 0; i < nanos.length; i++) {
                long began = System.nanoTime();
                session.run("input", crops, shape, "embedding");
                nanos[i] = System.nanoTime() - began;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "{\"images_per_second\": %.3f}%n", batch * 1e9 / nanos[nanos.length / 2]);
    }

    private static FloatBuffer noise(int batch) {
        Random random = new Random(1);
        FloatBuffer values = ByteBuffer.allocateDirect(batch * 3 * 112 * 112 * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        while (values.hasRemaining()) {
            values.put(random.nextFloat() * 2 - 1);
        }
        return values.flip();
    }
}
