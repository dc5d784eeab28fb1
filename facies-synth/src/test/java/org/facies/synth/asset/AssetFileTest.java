package org.facies.synth.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.facies.image.Rgba;
import org.facies.synth.mesh.Attachment;
import org.facies.synth.mesh.Surface;
import org.facies.synth.mesh.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetFileTest {

    private static final Surface SURFACE =
            new Surface(new int[] {0, 1, 2}, new int[] {2, 1, 0}, new float[] {0.5f, 1, 0, 0.25f, 1, 1});
    private static final HeadAssets ASSETS = new HeadAssets(
            new float[] {1, 2, 3},
            SURFACE,
            SURFACE,
            Map.of("chin", new int[] {7}),
            Map.of("nose/a", new Target(new int[] {4}, new float[] {1, 2, 3})),
            Map.of("hair/a", new Attachment(new int[3], new float[3], new float[] {1, 2, 3}, SURFACE)),
            Map.of("skin/a", PackedTexture.of(new Rgba(1, 2, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("heads.bin");
        AssetFile.write(file, ASSETS);
    }

    @Test
    void what_was_written_is_read() {
        HeadAssets read = AssetFile.read(file).orElseThrow();

        assertThat(read).usingRecursiveComparison().isEqualTo(ASSETS);
        assertThat(read.textures().get("skin/a").unpack().data()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void an_absent_file_is_no_assets() {
        assertThat(AssetFile.read(folder.resolve("absent"))).isEmpty();
    }

    @Test
    void a_file_with_one_wrong_bit_or_cut_off_anywhere_is_no_assets() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(whole.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertThat(AssetFile.read(file)).describedAs("bit of byte %d", at).isEmpty();
            Files.write(file, Arrays.copyOf(whole, at));
            assertThat(AssetFile.read(file)).describedAs("cut at %d", at).isEmpty();
        }
    }
}
