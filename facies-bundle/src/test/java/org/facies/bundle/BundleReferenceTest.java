package org.facies.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facies.metric.Metric;
import org.facies.schema.GroupReference;
import org.facies.schema.KeyReference;
import org.facies.schema.MarkdownReference;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;
import org.junit.jupiter.api.Test;

/** The pages of {@code bundle.json} and {@code config.yaml} in {@code docs/reference/files}. */
class BundleReferenceTest {
    private static final Path PAGES = Path.of("..", "docs", "reference", "files");
    private static final Path EXCERPT = Path.of("src", "test", "resources", "reference", "bundle.json");

    private static final List<GroupReference> BUNDLE =
            RecordFormat.of(BundleFile.class, Undefined.AS_NULL).reference();
    private static final List<GroupReference> SITE =
            RecordFormat.of(SiteConfiguration.class, Undefined.REFUSED).reference();

    @Test
    void every_key_and_word_is_described() {
        List<String> missing = new ArrayList<>();
        for (GroupReference group : BUNDLE) {
            group.keys().forEach(key -> missing.addAll(missing(group, key)));
        }
        SITE.get(0).keys().forEach(key -> missing.addAll(missing(SITE.get(0), key)));

        assertThat(missing)
                .as("describe it in meanings.properties of the package")
                .isEmpty();
    }

    private static List<String> missing(GroupReference group, KeyReference key) {
        if (!key.meaning().isKnown()) {
            return List.of(group.name() + ", key " + key.key());
        }
        return key.isRequired() || !key.meaning().undefined().isEmpty()
                ? List.of()
                : List.of(group.name() + ", key " + key.key() + ": when is it absent?");
    }

    @Test
    void the_published_pages_are_those_of_the_records() throws IOException {
        requirePublished(
                "bundle.md",
                "# bundle.json\n\nWhat a bundle contains, how it answers and how well it performed. It lies in the"
                        + " bundle,"
                        + " next to the networks. It names no child and no photo. This page is generated. In a key,"
                        + " `<…>`"
                        + " stands for a name that differs from file to file, and `[]` for a list.\n\n##"
                        + " Excerpt\n\n```json\n"
                        + Files.readString(EXCERPT) + "```\n\n"
                        + new MarkdownReference(BUNDLE, Map.of(Metric.class, "../metrics.md#metrics-over-all-classes"))
                                .tables());
        requirePublished(
                "config.md",
                "# config.yaml\n\nWhat a site states once, in `FACIES_HOME/config.yaml`. The file is optional. This"
                        + " page is"
                        + " generated.\n\n## Example\n\n```yaml\nprevalence: {noonan: 0.002, wbs: 0.0001}\n```\n\n"
                        + new MarkdownReference(SITE, Map.of()).tables());
    }

    private static void requirePublished(String name, String markdown) throws IOException {
        Path page = PAGES.resolve(name);
        if (Boolean.getBoolean("facies.update")) {
            Files.writeString(page, markdown);
        }
        assertThat(page)
                .as("write it with: mvn -pl facies-bundle -am test -Dtest=BundleReferenceTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.argLine=-Dfacies.update=true")
                .exists()
                .hasContent(markdown);
    }

    @Test
    void the_excerpt_holds_only_keys_of_the_file() throws IOException {
        List<String> keys = BUNDLE.stream()
                .flatMap(group -> group.keys().stream())
                .map(key -> key.key().replaceFirst("[.\\[].*", ""))
                .toList();
        JsonNode excerpt = new ObjectMapper().readTree(Files.readString(EXCERPT));

        assertThat(excerpt.properties()).allSatisfy(entry -> assertThat(keys).contains(entry.getKey()));
        assertThat(excerpt.get("decision").properties())
                .allSatisfy(entry -> assertThat(keys).contains(entry.getKey()));
    }
}
