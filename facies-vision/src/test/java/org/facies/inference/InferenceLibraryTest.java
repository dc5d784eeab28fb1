package org.facies.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing leaves the machine: ONNX Runtime 1.29.0 and later report to their maker from Linux and macOS. */
class InferenceLibraryTest {

    @Test
    void the_inference_library_has_no_telemetry_to_send() throws IOException {
        String library;
        try (InputStream in = getClass().getResourceAsStream("/ai/onnxruntime/native/linux-x64/libonnxruntime.so")) {
            library = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }

        assertThat(library.contains("InferenceSession")).as("is the library").isTrue();
        assertThat(library.contains("PosixTelemetry")).as("collects").isFalse();
        assertThat(library.contains("OneCollector")).as("knows where to send").isFalse();
    }

    @Test
    void only_folders_that_the_library_unpacked_itself_into_are_cleared() {
        List<String> maps = List.of(
                "7f00-7f10 r-xp 00000000 08:01 11 /tmp/onnxruntime-java123/libonnxruntime.so",
                "7f10-7f20 r--p 00000000 08:01 11 /tmp/onnxruntime-java123/libonnxruntime.so",
                "7f20-7f30 r--p 00000000 08:01 12 /tmp/onnxruntime-java-of-mine/libonnxruntime.so",
                "7f30-7f40 r--p 00000000 08:01 13 /opt/onnxruntime-java9/libonnxruntime.so",
                "7f40-7f50 r--p 00000000 08:01 14 /usr/lib/libc.so.6",
                "7f50-7f60 rw-p 00000000 00:00 0 ",
                "7f60-7f70 rw-p 00000000 00:00 0 [heap]");

        assertThat(InferenceLibrary.unpacked(maps, Path.of("/tmp")))
                .containsExactly(Path.of("/tmp/onnxruntime-java123"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_leaves_no_folder_of_the_library_behind(@TempDir Path temporary) throws Exception {
        Process process = start(temporary);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("loaded");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_temporary_folder_that_is_not_there_is_refused_in_a_sentence(@TempDir Path folder) throws Exception {
        Path absent = folder.resolve("absent");
        Process process = start(absent);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isNotZero();
        assertThat(said)
                .contains("temporary folder: \"" + absent + "\" is not a folder. Choose another with"
                        + " FACIES_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER.");
    }

    private static Process start(Path temporary) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Start.class.getName())
                .redirectErrorStream(true)
                .start();
    }

    /** Loads the library and ends. */
    static final class Start {
        public static void main(String[] arguments) {
            System.out.println("loaded " + InferenceLibrary.environment());
        }
    }
}
