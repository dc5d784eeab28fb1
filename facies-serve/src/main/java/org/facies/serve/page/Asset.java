package org.facies.serve.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A style sheet, script or icon of the pages.
 *
 * @param name as in {@code /asset/NAME}
 * @param mediaType for the header Content-Type
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
public record Asset(String name, String mediaType, byte[] bytes) {
    private static final List<String> SERVED = List.of(
            "facies.css",
            "icon.svg",
            "theme.js",
            "copy.js",
            "read.js",
            "reading.js",
            "reading-keys.js",
            "answer-form.js",
            "advice-panel.js",
            "faces.js",
            "visible-time.js",
            "words.js",
            "session-server.js");

    /** The asset with this name, if pages of the server use it. */
    public static Optional<Asset> served(String name) {
        return SERVED.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    /** Names of the assets that pages of the server use. */
    public static List<String> servedNames() {
        return SERVED;
    }

    static Asset read(String name) {
        try (InputStream in = Asset.class.getResourceAsStream("/org/facies/serve/asset/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the application lacks its resource " + name);
            }
            return new Asset(name, mediaType(name), in.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String mediaType(String name) {
        if (name.endsWith(".css")) {
            return "text/css; charset=utf-8";
        }
        return name.endsWith(".js") ? "text/javascript; charset=utf-8" : "image/svg+xml";
    }
}
