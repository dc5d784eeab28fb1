package org.facies.serve.web;

import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Scripts, style sheets and drawings of the pages: files of this program, by their plain names. */
final class Assets {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*\\.[a-z0-9]+");
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json");

    Optional<Asset> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String ending = name.substring(name.indexOf('.') + 1);
        URL file = Assets.class.getResource("/org/facies/serve/asset/" + name);
        return Optional.ofNullable(MEDIA_TYPES.get(ending))
                .filter(known -> file != null)
                .map(mediaType -> new Asset(mediaType, name));
    }

    /** A file of this program. */
    record Asset(String mediaType, String name) {
        InputStream open() {
            return Assets.class.getResourceAsStream("/org/facies/serve/asset/" + name);
        }
    }
}
