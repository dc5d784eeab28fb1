package org.facies.serve.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
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
        context.route("**/*", this::pass);
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    private void pass(Route route) {
        APIResponse response;
        try {
            response = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
        } catch (PlaywrightException serverIsDown) {
            route.abort("connectionrefused");
            return;
        }
        StringBuilder text = new StringBuilder(route.request().url()).append('\n');
        response.headersArray()
                .forEach(header -> text.append(header.name)
                        .append(": ")
                        .append(header.value)
                        .append('\n'));
        text.append(new String(response.body(), StandardCharsets.ISO_8859_1));
        received.add(new Received(
                route.request().url(), response.headers().getOrDefault("content-type", ""), text.toString()));
        route.fulfill(new Route.FulfillOptions().setResponse(response));
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
