package org.facies.serve.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Renders a pack as one HTML file: the reading page with its style sheet and scripts, which its policy allows by their
 * hashes. The policy forbids everything else.
 */
public final class PackHtml {
    /** Ordered so that each file comes after those that it imports. */
    private static final List<String> SCRIPTS = List.of(
            "words.js",
            "visible-time.js",
            "faces.js",
            "answer-form.js",
            "advice-panel.js",
            "reading-keys.js",
            "reading.js",
            "session-pack.js",
            "pack-crypto.js",
            "pack-store.js",
            "pack.js");

    private final Templates templates = new Templates();

    /**
     * The file.
     *
     * @param payload encrypted, in base64
     */
    public String of(PackPage page, String payload) {
        Words words = Words.of(page.language());
        String style = Asset.read("facies.css").text();
        String theme = Asset.read("theme.js").text();
        String script = String.join("\n", scripts());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", page);
        parameters.put("words", words);
        parameters.put("settings", ScriptSettings.ofPack(page.settings(), words));
        parameters.put("style", new Verbatim(style));
        parameters.put("theme", new Verbatim(theme));
        parameters.put("script", new Verbatim(script));
        parameters.put("policy", policy(style, theme, script));
        parameters.put("payload", new Verbatim(payload));
        return templates.render("pack.jte", parameters);
    }

    /** All scripts of a pack, as they are in the file. */
    static List<String> scripts() {
        return SCRIPTS.stream().map(PackHtml::script).toList();
    }

    /** A script without imports and exports, since all scripts form one module. */
    private static String script(String name) {
        return Asset.read(name)
                .text()
                .lines()
                .filter(line -> !line.startsWith("import "))
                .map(line -> line.startsWith("export ") ? line.substring("export ".length()) : line)
                .collect(Collectors.joining("\n"));
    }

    private static String policy(String style, String theme, String script) {
        return "default-src 'none'; script-src " + hash(theme) + " " + hash(script) + "; style-src " + hash(style)
                + "; img-src blob: data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
