package org.facies.serve.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything that a browser receives: addresses, headers and bodies, pictures with their metadata. */
final class Recorder {
    private final List<Received> received = new ArrayList<>();

    /** @param text all of it, each byte as a letter */
    record Received(String address, String mediaType, String text) {}

    Recorder(BrowserContext context) {
        context.onRequestFinished(this::record);
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    private void record(Request request) {
        Response response = request.response();
        StringBuilder text = new StringBuilder(request.url()).append('\n');
        response.headersArray()
                .forEach(header -> text.append(header.name)
                        .append(": ")
                        .append(header.value)
                        .append('\n'));
        if (response.status() / 100 != 3) {
            text.append(new String(response.body(), StandardCharsets.ISO_8859_1));
        }
        received.add(new Received(request.url(), response.headers().getOrDefault("content-type", ""), text.toString()));
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
