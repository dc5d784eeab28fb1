package org.facies.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

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
}
