package org.facies.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/**
 * The design of a reader study from {@code readers.yaml}, with all defaults filled in.
 *
 * @param cohort path of the manifest, relative to the folder of the file
 * @param classes in the order of the number keys, at least two and at most nine
 * @param model the model whose answers the sequential arm shows; empty if all readers are unaided
 * @param readers may be empty, because readers can be added while the study runs
 */
public record ReadingDesign(
        String name,
        String cohort,
        List<ShownClass> classes,
        Cases cases,
        Pictures pictures,
        Order order,
        Practice practice,
        Form form,
        Optional<Advisor> model,
        List<InvitedReader> readers,
        int invitationDays) {

    /** The format of the design within other files. {@link ReadingDesignFile} reads {@code readers.yaml} itself. */
    public static final RecordFormat<ReadingDesign> FORMAT = RecordFormat.of(ReadingDesign.class, Undefined.REFUSED);

    public ReadingDesign {
        classes = List.copyOf(classes);
        readers = List.copyOf(readers);
    }

    /** The labels of the classes, in the order of the classes. */
    public List<String> labels() {
        return classes.stream().map(ShownClass::label).toList();
    }

    /** The same design with other readers. */
    public ReadingDesign withReaders(List<InvitedReader> others) {
        return new ReadingDesign(
                name, cohort, classes, cases, pictures, order, practice, form, model, others, invitationDays);
    }

    /**
     * A class.
     *
     * @param label as in the manifest
     * @param name display name for readers
     */
    public record ShownClass(String label, String name) {}

    /**
     * The selection of children.
     *
     * @param perClass number of children of each class, for {@link Draw#PER_CLASS}
     * @param size total number of children, for {@link Draw#PREVALENCE}
     * @param prevalence proportion of each label, for {@link Draw#PREVALENCE}; sums to 1
     */
    public record Cases(Draw draw, int perClass, int size, Map<String, Double> prevalence, long seed) {
        public Cases {
            prevalence = Collections.unmodifiableMap(new LinkedHashMap<>(prevalence));
        }
    }

    /** The method of selection. */
    public enum Draw {
        /** All children. */
        EVERYONE,
        /** The same number of each class. */
        @JsonProperty("per-class")
        PER_CLASS,
        /** A sample with a given proportion of each class. */
        PREVALENCE
    }

    /**
     * The pictures of a child.
     *
     * @param sidePx side length of the square picture that the browser receives
     */
    public record Pictures(Photos photos, View view, int sidePx) {}

    /** The number of photos of each child. */
    public enum Photos {
        ONE,
        ALL
    }

    /** The view of a photo. */
    public enum View {
        /** The face, cut out and straightened. */
        CROP,
        /** Like {@link #CROP}, with everything outside an oval around the face in grey. */
        OVAL
    }

    /**
     * The order of the cases.
     *
     * @param block number of cases between two breaks; 0 for no breaks
     * @param breakMinutes suggested length of a break
     * @param repeats proportion of the main cases that each reader sees twice, from 0 to 0.5
     */
    public record Order(long seed, int block, int breakMinutes, double repeats) {}

    /**
     * Practice with the form, on children who are not in the main part.
     *
     * @param feedback whether the diagnosis is shown after each answer
     */
    public record Practice(int cases, boolean feedback) {}

    /** The questions about each case, in addition to the class. */
    public record Form(boolean cannotSay, boolean confidence, boolean probabilities, boolean comment) {}

    /**
     * The source of the model's answers in the sequential arm: the out-of-fold predictions of a run, or a bundle. A
     * bundle is accepted only if its run has not seen any photo that is shown.
     *
     * @param run directory of the run, or of the run that the bundle was made from, relative to the folder of the file
     * @param model name of the model; empty for the model that the report puts first
     * @param bundle file or folder of the bundle, relative to the folder of the file
     * @param setPercent nominal coverage of the prediction set that is shown, for example 90
     */
    public record Advisor(String run, Optional<String> model, Optional<String> bundle, int setPercent) {}

    /**
     * A reader.
     *
     * @param name at most 24 letters, digits and hyphens
     * @param language of the pages, {@code en} or {@code de}
     */
    public record InvitedReader(String name, Arm arm, String language) {}
}
