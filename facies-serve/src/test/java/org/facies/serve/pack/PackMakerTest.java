package org.facies.serve.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facies.file.JsonFile;
import org.facies.file.Sha256;
import org.facies.serve.SampleStudy;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StoredPack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackMakerTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Passphrase PASSPHRASE = new Passphrase("abcd-efgh-ijkm-npqr");

    @TempDir
    private Path folder;

    private ReadingStore store;

    @BeforeEach
    void prepare() {
        store = SampleStudy.in(folder.resolve("data"), 8, 2, NOW);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_passphrase_opens_what_is_shown_and_the_plain_text_tells_nothing_else() throws IOException {
        String html = html("R2");
        String plain = opened(html, PASSPHRASE).orElseThrow();
        JsonNode content = json(plain);

        for (String secret : SampleStudy.SECRETS) {
            assertThat(html).doesNotContainIgnoringCase(secret);
            assertThat(plain).doesNotContainIgnoringCase(secret);
        }
        store.study().plan().cases().forEach(one -> assertThat(plain).doesNotContain(Sha256.of(one.subject())));
        assertThat(plain).doesNotContain("repeat", "case_number");
        assertThat(content.get("presentations")).hasSize(12);
        for (JsonNode one : content.get("presentations")) {
            assertThat(one.has("truth")).isEqualTo(one.get("part").textValue().equals("practice"));
            assertThat(one.has("advice")).isTrue();
            assertThat(one.get("part").textValue()).isIn("practice", "main");
        }
    }

    @Test
    void pictures_are_those_of_the_readers_order_and_a_repeat_has_names_of_its_own() throws IOException {
        JsonNode content = json(opened(html("R1"), PASSPHRASE).orElseThrow());
        Set<String> names = new HashSet<>();
        store.reader("R1").orElseThrow().presentations().forEach(shown -> {
            JsonNode pictures =
                    content.get("presentations").get(shown.position() - 1).get("pictures");
            for (int photo = 0; photo < pictures.size(); photo++) {
                String name = pictures.get(photo).textValue();
                assertThat(names.add(name)).isTrue();
                assertThat(name).matches("[0-9a-f]{32}");
                byte[] bytes = Base64.getDecoder()
                        .decode(content.get("pictures").get(name).get("bytes").textValue());
                assertThat(bytes).isEqualTo(SampleStudy.bytes(shown.caseNumber(), photo));
            }
        });
        assertThat(content.get("presentations").get(3).has("advice"))
                .as("advice for a reader of the unaided arm")
                .isFalse();
    }

    @Test
    void another_passphrase_or_a_later_expiry_opens_nothing() throws IOException {
        String html = html("R1");
        assertThat(opened(html, new Passphrase("abcd-efgh-ijkm-npqs"))).isEmpty();
        assertThat(opened(html.replace("2026-12-11", "2027-12-11"), PASSPHRASE)).isEmpty();
        assertThat(opened(html.replace("2026-12-11", "2026-12-11"), PASSPHRASE)).isPresent();
    }

    @Test
    void a_pack_runs_no_script_but_its_own_and_loads_nothing() throws IOException {
        String html = html("R1");
        String policy = html.substring(html.indexOf("content=\"default-src"), html.indexOf("base-uri"));
        assertThat(policy).contains("default-src &#39;none&#39;").doesNotContain("unsafe", "http");
        assertThat(html.split("<script", -1)).hasSize(4);
        assertThat(html)
                .doesNotContain(" src=", "@import", "\nimport ", "\nexport ", "http://", "https://")
                .contains("PBKDF2")
                .contains("&#34;rounds&#34;:600000");
        assertThat(Sealing.ROUNDS).isGreaterThanOrEqualTo(600_000);
    }

    @Test
    void two_packs_of_one_reader_share_nothing() throws IOException {
        StoredPack one = write("R1", "one.html");
        StoredPack two = write("R1", "two.html");
        assertThat(one.id()).isNotEqualTo(two.id());
        assertThat(one.contentKey()).isNotEqualTo(two.contentKey());
        assertThat(header(Files.readString(folder.resolve("one.html"))).get("salt"))
                .isNotEqualTo(
                        header(Files.readString(folder.resolve("two.html"))).get("salt"));
        assertThat(store.pack(one.id())).contains(one);
        for (String name : List.of("one.html", "two.html")) {
            assertThat(Files.readString(folder.resolve(name))).doesNotContain(one.contentKey(), two.contentKey());
        }
    }

    private String html(String reader) throws IOException {
        write(reader, reader + ".html");
        return Files.readString(folder.resolve(reader + ".html"));
    }

    private StoredPack write(String reader, String file) {
        return new PackMaker(store, store.pictures(), new SecureRandom())
                .write(
                        store.reader(reader).orElseThrow(),
                        PASSPHRASE,
                        NOW,
                        Instant.parse("2026-12-11T00:00:00Z"),
                        folder.resolve(file));
    }

    /** As the page's script opens it. */
    private static Optional<String> opened(String html, Passphrase passphrase) throws IOException {
        JsonNode header = header(html);
        Matcher payload = Pattern.compile("id=\"payload\">([^<]+)<").matcher(html);
        assertThat(payload.find()).isTrue();
        byte[] encrypted = Base64.getDecoder().decode(payload.group(1));
        assertThat(Sha256.of(encrypted)).isEqualTo(header.get("payload_sha256").textValue());
        String bound = PackHeader.bound(
                header.get("pack").textValue(),
                header.get("reader").textValue(),
                header.get("expires").textValue());
        return Sealing.open(
                        Sealing.key(passphrase, bytes(header, "salt")),
                        bytes(header, "key_nonce"),
                        "",
                        bytes(header, "wrapped_key"))
                .flatMap(key -> Sealing.open(key, bytes(header, "payload_nonce"), bound, encrypted))
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(JsonNode header, String key) {
        return Base64.getDecoder().decode(header.get(key).textValue());
    }

    private static JsonNode header(String html) {
        Matcher header = Pattern.compile("data-pack=\"([^\"]+)\"").matcher(html);
        assertThat(header.find()).isTrue();
        return json(header.group(1).replace("&#34;", "\"").replace("&amp;", "&"));
    }

    private static JsonNode json(String text) {
        return JsonFile.parse(text.getBytes(StandardCharsets.UTF_8), "pack", "Look at it.");
    }
}
