package org.facies.errors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text that an expression can have. Variables stand in it as placeholders.
 *
 * @param words the text
 * @param choices by condition, which of its branches leads to the text
 */
record Text(String words, Map<String, Integer> choices) {
    Text {
        choices = Map.copyOf(choices);
    }

    static List<Text> of(String words) {
        return List.of(new Text(words, Map.of()));
    }

    /** A place where a value is shown. */
    static List<Text> placeholder(String name) {
        return of("<" + name + ">");
    }

    boolean isPlaceholder() {
        return words.matches("<[^<>]*>");
    }

    Text chosen(String condition, int branch) {
        Map<String, Integer> more = new HashMap<>(choices);
        more.put(condition, branch);
        return new Text(words, more);
    }

    /** Whether no condition would have to be both true and false. */
    boolean agreesWith(Text other) {
        return choices.entrySet().stream()
                .allMatch(choice -> Optional.ofNullable(other.choices.get(choice.getKey()))
                        .orElse(choice.getValue())
                        .equals(choice.getValue()));
    }

    /** Both after each other. */
    Text then(Text other) {
        Map<String, Integer> both = new HashMap<>(choices);
        both.putAll(other.choices);
        return new Text(words + other.words, both);
    }
}
