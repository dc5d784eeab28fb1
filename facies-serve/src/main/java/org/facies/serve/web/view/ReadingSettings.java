package org.facies.serve.web.view;

import java.util.List;

/**
 * How a reader's form looks. It stays the same for the whole study.
 *
 * @param classes what readers see the classes called, in the order of the choices and of the number keys
 * @param sequential whether a second answer follows, after the model's
 * @param feedback whether the diagnosis of a practice case is told after its last answer
 * @param total presentations, practice included
 * @param practice how many of them, the first ones, are for practice
 * @param block cases between two breaks; 0 for no breaks
 */
public record ReadingSettings(
        List<String> classes,
        boolean cannotSay,
        boolean confidence,
        boolean probabilities,
        boolean comment,
        boolean sequential,
        boolean feedback,
        int total,
        int practice,
        int block,
        int breakMinutes) {
    public ReadingSettings {
        classes = List.copyOf(classes);
    }
}
