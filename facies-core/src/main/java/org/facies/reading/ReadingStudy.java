package org.facies.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.cohort.Cohort;
import org.facies.file.JsonFile;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.schema.Defect;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/**
 * A prepared reader study: everything that is fixed before the first answer.
 *
 * @param cohortSha256 {@link Cohort#fingerprint()} of the cohort that the plan was drawn from
 * @param model empty if no reader sees the answers of a model
 * @param advice the model's answer to each case, in the order of the plan; empty without a model
 */
public record ReadingStudy(
        ReadingDesign design, ReadingPlan plan, String cohortSha256, Optional<ShownModel> model, List<Advice> advice) {
    /** The format of the file. */
    public static final RecordFormat<ReadingStudy> FORMAT =
            RecordFormat.of(ReadingStudy.class, Undefined.REFUSED, ReadingStudy::defects);

    public ReadingStudy {
        advice = List.copyOf(advice);
    }

    private static List<Defect> defects(ReadingStudy read) {
        List<Defect> defects = new ArrayList<>();
        int classes = read.design.classes().size();
        if (read.plan.cases().stream().anyMatch(one -> one.truth() < 0 || one.truth() >= classes)) {
            defects.add(new Defect("plan.cases", "has a diagnosis that is not a class of the design"));
        }
        int wanted = read.model.isPresent() ? read.plan.cases().size() : 0;
        if (read.advice.size() != wanted) {
            defects.add(new Defect("advice", "has " + read.advice.size() + " answers instead of " + wanted));
        }
        return defects;
    }

    /** A study in which no reader sees the answers of a model. */
    public static ReadingStudy unaided(ReadingDesign design, Cohort cohort, ReadingPlan plan) {
        return new ReadingStudy(design, plan, cohort.fingerprint(), Optional.empty(), List.of());
    }

    /** The model's answer to a case of the plan; empty without a model. */
    public Optional<Advice> advice(int caseNumber) {
        return advice.isEmpty() ? Optional.empty() : Optional.of(advice.get(caseNumber));
    }

    /** The same study with the added readers. */
    public ReadingStudy withReaders(List<ReadingDesign.InvitedReader> readers) {
        return new ReadingStudy(design.withReaders(readers), plan, cohortSha256, model, advice);
    }

    /** A hash of everything except the readers. Files with the same hash belong to the same study. */
    public String id() {
        return Sha256.of(JsonFile.text(FORMAT.write(withReaders(List.of()))));
    }

    /**
     * Rejects a file of another study before answers are merged.
     *
     * @param where the location of the other study, for messages
     * @throws BadInput that lists the differences
     */
    public void requireSame(String where, ReadingStudy other) {
        if (id().equals(other.id())) {
            return;
        }
        List<String> differences =
                new ArrayList<>(DesignChanges.keys(design.withReaders(List.of()), other.design.withReaders(List.of())));
        Stream.of(
                        difference("children", plan.equals(other.plan)),
                        difference("cohort", cohortSha256.equals(other.cohortSha256)),
                        difference("model", model.equals(other.model) && advice.equals(other.advice)))
                .flatMap(Optional::stream)
                .forEach(differences::add);
        throw new BadInput(
                where,
                other.design.name(),
                "belongs to another reader study than \"" + design.name() + "\" (different "
                        + String.join(", ", differences) + ")",
                "Merge only files of the same prepared study.");
    }

    private static Optional<String> difference(String what, boolean isSame) {
        return isSame ? Optional.empty() : Optional.of(what);
    }
}
