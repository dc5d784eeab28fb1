package org.facies.serve.web.view;

import java.util.List;
import org.facies.reading.Arm;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingDesign.ShownClass;
import org.facies.reading.ReadingStudy;

/**
 * The form of a reader. It stays the same for the whole study.
 *
 * @param classes names of the classes for readers, in the order of the choices and of the number keys
 * @param sequential whether a second answer follows after the model's
 * @param feedback whether the diagnosis of a practice case is shown after its last answer
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

    /** The form of a study for a reader of an arm. */
    public static ReadingSettings of(ReadingStudy study, Arm arm) {
        ReadingDesign design = study.design();
        return new ReadingSettings(
                design.classes().stream().map(ShownClass::name).toList(),
                design.form().cannotSay(),
                design.form().confidence(),
                design.form().probabilities(),
                design.form().comment(),
                arm == Arm.SEQUENTIAL,
                design.practice().feedback(),
                study.plan().cases().size() + study.plan().repeats(),
                study.plan().practice(),
                study.plan().blockSize(),
                design.order().breakMinutes());
    }
}
