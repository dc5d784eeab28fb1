package org.facies.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facies.file.FileRefusal;
import org.facies.file.JsonFile;
import org.facies.input.BadInput;
import org.facies.schema.Defect;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/**
 * The file {@code protocol.json}: which cases each reader was shown, in which order and at which prevalence, and the
 * version of the software. It names subjects and photos, so it is for the owner of the cohort only.
 *
 * @param format {@link #VERSION}
 * @param software version of Facies that wrote it
 * @param study {@link ReadingStudy#id()}
 * @param cohortSha256 {@link org.facies.cohort.Cohort#fingerprint()} of the cohort that the children were drawn from
 * @param design all settings, including the seeds
 * @param prevalenceShown proportion of each label among the cases of the main part
 * @param model the model whose answers were shown
 * @param cases all cases that were shown
 * @param readers in the order in which they were added
 */
public record Protocol(
        int format,
        String software,
        String study,
        String cohortSha256,
        ReadingDesign design,
        Map<String, Double> prevalenceShown,
        Optional<ShownModel> model,
        List<ShownCase> cases,
        List<ReaderRecord> readers) {
    /** The version of the layout. */
    public static final int VERSION = 1;

    /** The format of the file. */
    public static final RecordFormat<Protocol> FORMAT =
            RecordFormat.of(Protocol.class, Undefined.REFUSED, Protocol::defects);

    private static final String REMEDY = "Export the reader study again to write it.";

    public Protocol {
        prevalenceShown = Collections.unmodifiableMap(new LinkedHashMap<>(prevalenceShown));
        cases = List.copyOf(cases);
        readers = List.copyOf(readers);
    }

    /**
     * A child.
     *
     * @param number of the case, used in the order of each reader
     * @param truth label of the diagnosis
     * @param practice whether the case is for practice only
     * @param advice answer of the model; empty without a model
     */
    public record ShownCase(
            int number,
            String subject,
            String truth,
            boolean practice,
            List<ShownPhoto> photos,
            Optional<Advice> advice) {
        public ShownCase {
            photos = List.copyOf(photos);
        }
    }

    /**
     * A photo.
     *
     * @param sha256 of the file; empty if unknown
     */
    public record ShownPhoto(String photo, Optional<String> sha256) {}

    /**
     * A reader.
     *
     * @param simulated whether a program generated the answers
     * @param experience empty if the reader did not state it
     * @param started time of the first answer, as 2026-11-30T10:15:30Z; empty without an answer
     * @param finished time of the last answer; empty if answers are missing
     * @param answers number of answers, including practice
     * @param order the presentations by position
     * @param revised answers that the reader corrected
     */
    public record ReaderRecord(
            String name,
            Arm arm,
            boolean simulated,
            Optional<Experience> experience,
            Optional<String> started,
            Optional<String> finished,
            int answers,
            List<Presentation> order,
            List<Revised> revised) {
        public ReaderRecord {
            order = List.copyOf(order);
            revised = List.copyOf(revised);
        }
    }

    /**
     * A corrected answer.
     *
     * @param times number of corrections
     */
    public record Revised(int position, Step step, int times) {}

    /** The protocol of a study. */
    static Protocol of(String software, ReadingStudy study, List<CollectedReader> readers) {
        ReadingPlan plan = study.plan();
        List<String> labels = study.design().labels();
        Map<String, Double> shown = new LinkedHashMap<>();
        for (int c = 0; c < labels.size(); c++) {
            int choice = c;
            long count = plan.cases().subList(0, plan.mainCases()).stream()
                    .filter(one -> one.truth() == choice)
                    .count();
            shown.put(labels.get(c), (double) count / plan.mainCases());
        }
        return new Protocol(
                VERSION,
                software,
                study.id(),
                study.cohortSha256(),
                study.design(),
                shown,
                study.model(),
                IntStream.range(0, plan.cases().size())
                        .mapToObj(number -> shownCase(study, number))
                        .toList(),
                readers.stream().map(Protocol::reader).toList());
    }

    private static ShownCase shownCase(ReadingStudy study, int number) {
        ReadingCase one = study.plan().cases().get(number);
        List<ShownPhoto> photos = IntStream.range(0, one.photos().size())
                .mapToObj(p -> new ShownPhoto(
                        one.photos().get(p),
                        one.sha256().isEmpty()
                                ? Optional.empty()
                                : Optional.of(one.sha256().get(p))))
                .toList();
        return new ShownCase(
                number,
                one.subject(),
                study.design().labels().get(one.truth()),
                number >= study.plan().mainCases(),
                photos,
                study.advice().isEmpty()
                        ? Optional.empty()
                        : Optional.of(study.advice().get(number)));
    }

    private static ReaderRecord reader(CollectedReader reader) {
        List<Revised> revised = reader.inOrder().stream()
                .filter(answer -> answer.revision() > 0)
                .map(answer -> new Revised(answer.position(), answer.step(), answer.revision()))
                .toList();
        return new ReaderRecord(
                reader.name(),
                reader.arm(),
                reader.simulated(),
                reader.experience(),
                reader.started().map(Instant::toString),
                reader.finished().map(Instant::toString),
                reader.answers().size(),
                reader.presentations(),
                revised);
    }

    /** The text of the file. */
    public String text() {
        return JsonFile.text(FORMAT.write(this));
    }

    /**
     * Reads a file.
     *
     * @throws BadInput if the file is missing, is not JSON or has a later version; it lists every key that is wrong
     */
    public static Protocol read(Path json) {
        try {
            JsonNode tree = JsonFile.parse(Files.readAllBytes(json), json.toString(), REMEDY);
            if (tree.path("format").asInt() > VERSION) {
                throw new BadInput(
                        json.toString(),
                        "",
                        "was written by a newer version of Facies (format "
                                + tree.path("format").asText() + ")",
                        "Update Facies.");
            }
            return FORMAT.read(tree, json.toString(), REMEDY);
        } catch (IOException unreadable) {
            throw FileRefusal.reading(json, unreadable);
        }
    }

    private static List<Defect> defects(Protocol read) {
        List<Defect> defects = new ArrayList<>();
        if (read.format != VERSION) {
            defects.add(new Defect("format", "is not " + VERSION));
        }
        for (ReaderRecord reader : read.readers) {
            boolean isKnown = reader.order().stream()
                    .allMatch(one -> one.caseNumber() >= 0 && one.caseNumber() < read.cases.size());
            if (!isKnown) {
                defects.add(new Defect("readers." + reader.name(), "was shown a case that is not in the file"));
            }
        }
        return defects;
    }
}
