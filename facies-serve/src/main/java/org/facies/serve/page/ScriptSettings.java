package org.facies.serve.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facies.schema.RecordFormat;
import org.facies.serve.web.view.ReadingSettings;

/** The settings that the script of the reading page needs, as JSON in an attribute. */
record ScriptSettings(
        List<String> classes,
        boolean cannotSay,
        boolean confidence,
        boolean probabilities,
        boolean comment,
        boolean sequential,
        Map<String, String> words) {
    private static final RecordFormat<ScriptSettings> FORMAT =
            RecordFormat.of(ScriptSettings.class, RecordFormat.Undefined.REFUSED);

    /** The settings of a page of the server. */
    static String ofServer(ReadingSettings settings, Words words) {
        return json(settings, words.under("read."));
    }

    /** The settings of a pack, with the texts that only packs have. */
    static String ofPack(ReadingSettings settings, Words words) {
        Map<String, String> all = new TreeMap<>(words.under("read."));
        all.putAll(words.under("packed."));
        return json(settings, all);
    }

    private static String json(ReadingSettings settings, Map<String, String> words) {
        return FORMAT.write(new ScriptSettings(
                        settings.classes(),
                        settings.cannotSay(),
                        settings.confidence(),
                        settings.probabilities(),
                        settings.comment(),
                        settings.sequential(),
                        words))
                .toString();
    }
}
