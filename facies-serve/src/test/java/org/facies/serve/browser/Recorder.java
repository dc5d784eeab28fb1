package org.facies.serve.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that a browser received: addresses, headers and bodies, pictures with their metadata. */
final class Recorder {
    private final List<Received> all = new ArrayList<>();

    /** @param text all of it, each byte as a letter */
    record Received(String address, String mediaType, String text) {}

    Recorder(BrowserContext context) {
        context.onResponse(response -> pending.add(response));
    }

    private final List<Response> pending = new ArrayList<>();

    /** To be called while the pages are still open. */
    List<Received> received() {
        for (Response response : List.copyOf(pending)) {
            all.add(new Received(response.url(), response.headers().getOrDefault("content-type", ""), text(response)));
        }
        pending.clear();
        return List.copyOf(all);
    }

    private static String text(Response response) {
        StringBuilder text = new StringBuilder(response.url()).append('\n');
        for (Map.Entry<String, String> header : response.allHeaders().entrySet()) {
            text.append(header.getKey()).append(": ").append(header.getValue()).append('\n');
        }
        boolean hasBody = response.status() < 300 || response.status() >= 400;
        if (hasBody) {
            text.append(new String(response.body(), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    /** Addresses of what holds one of these texts, in any case. */
    static List<String> holding(List<Received> received, List<String> secrets) {
        List<String> hits = new ArrayList<>();
        for (Received one : received) {
            String lower = one.text().toLowerCase(Locale.ROOT);
            secrets.stream()
                    .filter(secret -> lower.contains(secret.toLowerCase(Locale.ROOT)))
                    .forEach(secret -> hits.add(secret + " in " + one.address()));
        }
        return hits;
    }
}
