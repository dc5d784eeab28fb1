package org.facies.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links of all Markdown files of the repository, without the program that builds the site. */
class LinksTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> PLACES = List.of("", "docs", "bench");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern ANCHOR = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");

    @Test
    void every_link_leads_to_a_file_and_to_a_heading_in_it() throws IOException {
        Map<Path, Set<String>> headings = new HashMap<>();
        List<Path> pages = pages();
        for (Path page : pages) {
            headings.put(page, headings(Files.readString(page)));
        }
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : pages) {
            Matcher link = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
            while (link.find()) {
                String address = link.group(1);
                if (address.matches("[a-z]+:.*")) {
                    continue;
                }
                links++;
                String[] parts =
                        URLDecoder.decode(address, StandardCharsets.UTF_8).split("#", 2);
                Path target = parts[0].isEmpty()
                        ? page
                        : page.getParent().resolve(parts[0]).normalize();
                boolean found = Files.exists(target)
                        && (parts.length == 1
                                || headings.getOrDefault(target, Set.of()).contains(parts[1]));
                if (!found) {
                    dead.add(REPOSITORY.relativize(page) + ": " + address);
                }
            }
        }

        assertThat(dead).isEmpty();
        assertThat(links).isGreaterThan(100);
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String place : PLACES) {
            Path folder = REPOSITORY.resolve(place);
            try (Stream<Path> files = Files.walk(folder, place.isEmpty() ? 1 : Integer.MAX_VALUE)) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.toString().contains("node_modules"))
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    /** As forges name them: small letters, without punctuation, with dashes for spaces, and a number if repeated. */
    private static Set<String> headings(String page) {
        Set<String> slugs = new HashSet<>();
        Matcher heading = HEADING.matcher(
                Pattern.compile("(?ms)^```.*?^```").matcher(page).replaceAll(""));
        while (heading.find()) {
            String slug = heading.group(1)
                    .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]", "")
                    .replace(' ', '-');
            int repeated = 0;
            while (!slugs.add(repeated == 0 ? slug : slug + "-" + repeated)) {
                repeated++;
            }
        }
        Matcher anchor = ANCHOR.matcher(page);
        while (anchor.find()) {
            slugs.add(anchor.group(1));
        }
        return slugs;
    }
}
