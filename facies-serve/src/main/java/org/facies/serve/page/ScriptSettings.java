package org.facies.serve.page;

import java.util.List;
import java.util.Map;
import org.facies.schema.RecordFormat;
import org.facies.serve.web.view.ReadingSettings;

/** What the reading page's script needs to know of the form, as JSON in an attribute. */
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

    static String json(ReadingSettings settings, Words words) {
        return FORMAT.write(new ScriptSettings(
                        settings.classes(),
                        settings.cannotSay(),
                        settings.confidence(),
                        settings.probabilities(),
                        settings.comment(),
                        settings.sequential(),
                        words.under("read.")))
                .toString();
    }
}
