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
 * A reader study as {@code readers.yaml} describes it, every default filled in.
 *
 * @param cohort manifest, relative to the folder of the file
 * @param classes in the order of the number keys, at least two and at most nine
 * @param model what the sequential arm shows; empty where all readers are unaided
 * @param readers may be empty: the researcher can add some while the study runs
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

    /** How it stands in a file; {@code readers.yaml} itself is read by {@link ReadingDesignFile}, over defaults. */
    public static final RecordFormat<ReadingDesign> FORMAT = RecordFormat.of(ReadingDesign.class, Undefined.REFUSED);

    public ReadingDesign {
        classes = List.copyOf(classes);
        readers = List.copyOf(readers);
    }

    /** The labels of the classes, in their order. */
    public List<String> labels() {
        return classes.stream().map(ShownClass::label).toList();
    }

    /** The same for other readers. */
    public ReadingDesign withReaders(List<InvitedReader> others) {
        return new ReadingDesign(
                name, cohort, classes, cases, pictures, order, practice, form, model, others, invitationDays);
    }

    /**
     * A class.
     *
     * @param label as in the manifest
     * @param name what readers see it called
     */
    public record ShownClass(String label, String name) {}

    /**
     * Which children are shown.
     *
     * @param perClass children of each class, for {@link Draw#PER_CLASS}
     * @param size children in all, for {@link Draw#PREVALENCE}
     * @param prevalence wanted share of each label, for {@link Draw#PREVALENCE}; sums to 1
     */
    public record Cases(Draw draw, int perClass, int size, Map<String, Double> prevalence, long seed) {
        public Cases {
            prevalence = Collections.unmodifiableMap(new LinkedHashMap<>(prevalence));
        }
    }

    /** How children are chosen. */
    public enum Draw {
        /** Each child. */
        EVERYONE,
        /** So many of each class. */
        @JsonProperty("per-class")
        PER_CLASS,
        /** A sample in which each class has a wanted share. */
        PREVALENCE
    }

    /**
     * What is shown of a child.
     *
     * @param sidePx of the square picture that the reader's browser receives
     */
    public record Pictures(Photos photos, View view, int sidePx) {}

    /** How many photos of a child are shown. */
    public enum Photos {
        ONE,
        ALL
    }

    /** How a photo is shown. */
    public enum View {
        /** The face, cut out and straightened. */
        CROP,
        /** The same with everything outside an oval around the face greyed out. */
        OVAL
    }

    /**
     * In which order.
     *
     * @param block cases between two breaks; 0 for no breaks
     * @param breakMinutes suggested length of a break
     * @param repeats share of the main cases that each reader sees twice, from 0 to 0.5
     */
    public record Order(long seed, int block, int breakMinutes, double repeats) {}

    /**
     * Cases to learn the form; they are of other children than the main part.
     *
     * @param feedback whether the diagnosis is told after each answer
     */
    public record Practice(int cases, boolean feedback) {}

    /** What is asked of each case besides one class. */
    public record Form(boolean cannotSay, boolean confidence, boolean probabilities, boolean comment) {}

    /**
     * Where the answers of the sequential arm come from: a run, whose predictions out of fold are shown; or a bundle,
     * which is accepted only if its run has not seen any photo that is shown.
     *
     * @param run directory, relative to the folder of the file: the run itself, or the run that the bundle was made of
     * @param model of the run; empty for the model that its report puts first
     * @param bundle file or folder, relative to the folder of the file
     * @param setPercent which prediction set is shown, for example 90
     */
    public record Advisor(String run, Optional<String> model, Optional<String> bundle, int setPercent) {}

    /**
     * A reader.
     *
     * @param name short: letters, digits, hyphens, at most 24
     * @param language of the pages, {@code en} or {@code de}
     */
    public record InvitedReader(String name, Arm arm, String language) {}
}
