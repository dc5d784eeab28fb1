package org.facies.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.reading.ReadingDesign.Advisor;
import org.facies.reading.ReadingDesign.Cases;
import org.facies.reading.ReadingDesign.Draw;
import org.facies.reading.ReadingDesign.Form;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.reading.ReadingDesign.Order;
import org.facies.reading.ReadingDesign.Photos;
import org.facies.reading.ReadingDesign.Pictures;
import org.facies.reading.ReadingDesign.Practice;
import org.facies.reading.ReadingDesign.ShownClass;
import org.facies.reading.ReadingDesign.View;

/** A small reader study with every part: two readers, four children, one repeat, one practice case, a model. */
public final class SampleReading {
    private SampleReading() {}

    /** Three classes; everything is asked. */
    static ReadingDesign design() {
        return new ReadingDesign(
                "sample",
                "manifest.csv",
                List.of(new ShownClass("n", "None"), new ShownClass("x", "Syndrome X"), new ShownClass("y", "Other")),
                new Cases(Draw.PREVALENCE, 0, 4, Map.of("n", 0.5, "x", 0.25, "y", 0.25), 3),
                new Pictures(Photos.ALL, View.CROP, 512),
                new Order(17, 2, 5, 0.25),
                new Practice(1, true),
                new Form(true, true, true, true),
                Optional.of(new Advisor("runs/first", Optional.empty(), Optional.empty(), 90)),
                List.of(new InvitedReader("R1", Arm.UNAIDED, "en"), new InvitedReader("R2", Arm.SEQUENTIAL, "de")),
                30);
    }

    /** Cases 0 to 3 are analysed, case 4 is for practice. */
    static ReadingStudy study() {
        String hash = "0".repeat(64);
        List<ReadingCase> cases = List.of(
                new ReadingCase("P0", 0, List.of("a.jpg", "b.jpg"), List.of(hash, hash)),
                new ReadingCase("P1", 1, List.of("c.jpg"), List.of(hash)),
                new ReadingCase("P2", 0, List.of("d.jpg"), List.of(hash)),
                new ReadingCase("P3", 2, List.of("e, \"f\".jpg"), List.of(hash)),
                new ReadingCase("P4", 1, List.of("g.jpg"), List.of(hash)));
        List<Advice> advice = new ArrayList<>();
        for (int c = 0; c < cases.size(); c++) {
            advice.add(new Advice(0, List.of(0, 1), 90, List.of(0.5 + c / 16.0, 0.25 - c / 16.0, 0.25)));
        }
        return new ReadingStudy(
                design(),
                new ReadingPlan(cases, 1, 17, 2, 1),
                "1".repeat(64),
                Optional.of(new ShownModel("cosface-pfm", "runs/first", "2".repeat(64))),
                advice);
    }

    /** R1 answered everything, R2 stopped after the first answer to the second case of the main part. */
    static List<CollectedReader> readers() {
        List<Presentation> order = List.of(
                new Presentation(1, 4, Part.PRACTICE, 0),
                new Presentation(2, 0, Part.MAIN, 1),
                new Presentation(3, 3, Part.MAIN, 1),
                new Presentation(4, 1, Part.MAIN, 2),
                new Presentation(5, 2, Part.MAIN, 2),
                new Presentation(6, 0, Part.REPEAT, 3));
        List<Double> none = List.of();
        List<Submission> complete = List.of(
                answer(6, Step.FIRST, 0, 1, 2, none, "", 3.25),
                answer(1, Step.FIRST, 0, 1, 5, none, "practice", 9),
                answer(2, Step.FIRST, 0, 0, 5, List.of(0.75, 0.125, 0.125), "=1+1, \"quoted\"\r\nnext", 12.3456),
                answer(3, Step.FIRST, 2, -1, 0, none, "", 0.00001),
                answer(4, Step.FIRST, 0, 1, 1, none, "tab\tand é\u0000", 4),
                answer(5, Step.FIRST, 0, 2, 3, none, "", 5));
        List<Submission> stopped = List.of(
                answer(1, Step.FIRST, 0, 1, 5, none, "", 2),
                answer(1, Step.SECOND, 0, 1, 5, none, "", 2),
                answer(2, Step.FIRST, 0, 1, 4, none, "", 2),
                answer(2, Step.SECOND, 1, 0, 5, none, "", 2),
                answer(3, Step.FIRST, 0, 0, 2, none, "", 2));
        return List.of(
                new CollectedReader(
                        "R1",
                        Arm.UNAIDED,
                        Optional.of(new Experience(12, "ENT", true)),
                        order,
                        complete,
                        Optional.of(Instant.parse("2026-11-30T10:00:00Z")),
                        Optional.of(Instant.parse("2026-11-30T10:30:00Z")),
                        false),
                new CollectedReader(
                        "R2",
                        Arm.SEQUENTIAL,
                        Optional.of(new Experience(1, "", false)),
                        order,
                        stopped,
                        Optional.of(Instant.parse("2026-11-30T11:00:00Z")),
                        Optional.empty(),
                        true),
                new CollectedReader(
                        "R3",
                        Arm.UNAIDED,
                        Optional.empty(),
                        order,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }

    /** A negative choice is "cannot say". */
    private static Submission answer(
            int position,
            Step step,
            int revision,
            int choice,
            int confidence,
            List<Double> probabilities,
            String comment,
            double seconds) {
        return new Submission(
                "%032x".formatted(position * 2 + (step == Step.FIRST ? 0 : 1)),
                position,
                step,
                revision,
                choice < 0 ? Optional.empty() : Optional.of(choice),
                choice < 0 ? Optional.empty() : Optional.of(confidence),
                probabilities,
                comment,
                seconds);
    }

    /** Its files. */
    public static CollectedAnswers collected() {
        return new CollectedAnswers("0.1.0", study(), readers());
    }
}
