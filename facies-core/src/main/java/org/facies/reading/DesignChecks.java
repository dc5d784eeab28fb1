package org.facies.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.facies.file.Overlay;
import org.facies.reading.ReadingDesign.Draw;
import org.facies.reading.ReadingDesign.Photos;
import org.facies.reading.ReadingDesign.View;

/** Checks that the values of a reader study are in their ranges and consistent. */
final class DesignChecks {
    private static final int LONGEST_NAME = 80;

    private final Overlay overlay;

    DesignChecks(Overlay overlay) {
        this.overlay = overlay;
    }

    void check(ObjectNode design) {
        String name = design.get("name").asText();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            overlay.problem("name", name, "is not a valid study name", "Write 1 to " + LONGEST_NAME + " characters.");
        }
        cases(design.get("cases"));
        overlay.choice(design.get("pictures"), "photos", "pictures.photos", words(Photos.values()));
        overlay.choice(design.get("pictures"), "view", "pictures.view", words(View.values()));
        within(design, "pictures", "side_px", 128, 1024);
        within(design, "order", "block", 0, 1000);
        within(design, "order", "break_minutes", 0, 120);
        within(design, "order", "repeats", 0, 0.5);
        within(design, "practice", "cases", 0, 100);
        within(design, "model", "set_percent", 50, 99);
        within(design.get("invitation_days"), "invitation_days", 1, 365);
    }

    private void cases(JsonNode cases) {
        overlay.choice(cases, "draw", "cases.draw", words(Draw.values()));
        Draw draw = word(Draw.values(), cases.get("draw").asText());
        count(cases, "per_class", draw == Draw.PER_CLASS, "per-class");
        count(cases, "size", draw == Draw.PREVALENCE, "prevalence");
    }

    private void count(JsonNode cases, String key, boolean isUsed, String draw) {
        if (isUsed) {
            within(cases.get(key), "cases." + key, 1, 100_000);
        } else if (cases.get(key).asLong() != 0) {
            overlay.problem(
                    "cases." + key,
                    cases.get(key).asText(),
                    "is not used with this kind of draw",
                    "Write draw: " + draw + ", or remove the key.");
        }
    }

    private void within(ObjectNode design, String group, String key, double least, double most) {
        within(design.get(group).get(key), group + "." + key, least, most);
    }

    private void within(JsonNode value, String key, double least, double most) {
        if (value.asDouble() < least || value.asDouble() > most) {
            overlay.problem(
                    key, value.asText(), "is outside its range", "Write " + text(least) + " to " + text(most) + ".");
        }
    }

    private static String text(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** The words of an enum in the file. */
    static List<String> words(Enum<?>[] choices) {
        return Arrays.stream(choices).map(DesignChecks::word).toList();
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant for a word. An unknown word was reported before and gives the first constant. */
    static <E extends Enum<E>> E word(E[] choices, String word) {
        return Arrays.stream(choices)
                .filter(choice -> word(choice).equals(word))
                .findFirst()
                .orElse(choices[0]);
    }
}
