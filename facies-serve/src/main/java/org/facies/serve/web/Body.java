package org.facies.serve.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The body of a request, up to a maximum size. */
final class Body {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String PARSED = "facies.form";
    /** A body that is slightly too large is read to its end, so that the browser receives the refusal. */
    private static final int POLITE_BYTES = 1 << 20;

    private final Limits limits;

    Body(Limits limits) {
        this.limits = limits;
    }

    /** A JSON text in UTF-8. */
    byte[] json(Context request) {
        requireType(request, JSON);
        return read(request, limits.answerBytes());
    }

    /** The fields of a form; of several fields with one name, the last. */
    Map<String, String> form(Context request) {
        Map<String, String> parsed = request.attribute(PARSED);
        if (parsed == null) {
            requireType(request, FORM);
            parsed = parse(utf8(read(request, limits.formBytes())));
            request.attribute(PARSED, parsed);
        }
        return parsed;
    }

    private static void requireType(Context request, String wanted) {
        String given = String.valueOf(request.contentType()).split(";", 2)[0].strip();
        if (!given.toLowerCase(Locale.ROOT).equals(wanted)) {
            throw new Refusal(Refusal.WRONG_TYPE);
        }
    }

    private static byte[] read(Context request, int most) {
        if (request.req().getContentLengthLong() > POLITE_BYTES) {
            throw new Refusal(Refusal.TOO_LARGE);
        }
        try (InputStream in = request.req().getInputStream()) {
            byte[] bytes = in.readNBytes(POLITE_BYTES);
            if (bytes.length > most) {
                throw new Refusal(Refusal.TOO_LARGE);
            }
            return bytes;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static Map<String, String> parse(String text) {
        Map<String, String> fields = new HashMap<>();
        Arrays.stream(text.split("&", -1)).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            fields.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        });
        return Map.copyOf(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(Refusal.BAD_REQUEST);
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new Refusal(Refusal.BAD_REQUEST);
        }
    }
}
