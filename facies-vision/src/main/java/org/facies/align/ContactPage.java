package org.facies.align;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One page of a contact sheet: a part of one group.
 *
 * @param number of the page, from 1
 * @param group heading
 * @param before number of photos of the group on earlier pages
 * @param groupSize number of photos of the group on all pages
 * @param tiles in order
 */
record ContactPage(int number, String group, int before, int groupSize, List<ContactTile> tiles) {

    ContactPage {
        tiles = List.copyOf(tiles);
    }

    static String fileName(int number) {
        return number == 1 ? "contact-sheet.html" : "contact-sheet-" + number + ".html";
    }

    String html(String title, List<ContactPage> pages) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s: %s</title>
                <style>
                %s</style>
                </head>
                <body>
                <header>
                <h1>%s</h1>
                <nav aria-label="Pages"><ol>
                %s
                </ol></nav>
                </header>
                <main>
                <h2>%s <small>%s</small></h2>
                <ul class="faces">
                %s
                </ul>
                </main>
                </body>
                </html>
                """.formatted(
                        Html.text(title),
                        Html.text(name()),
                        style(),
                        Html.text(title),
                        pages.stream().map(this::link).collect(Collectors.joining("\n")),
                        Html.text(group),
                        range(),
                        tiles.stream().map(ContactTile::html).collect(Collectors.joining("\n")));
    }

    private String link(ContactPage page) {
        String current = page.number() == number ? " aria-current=\"page\"" : "";
        return "<li><a href=\"%s\"%s>%s</a></li>".formatted(fileName(page.number()), current, Html.text(page.name()));
    }

    private String name() {
        return before == 0 && tiles.size() == groupSize ? group : group + " " + range();
    }

    private String range() {
        return tiles.isEmpty() ? "0" : "%d–%d of %d".formatted(before + 1, before + tiles.size(), groupSize);
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(
                ContactPage.class.getResourceAsStream("contact-sheet.css"), "contact-sheet.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
