package org.facies.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facies.cli.CommandLineRun;
import org.facies.cli.command.ExitCode;
import org.facies.reading.Advice;
import org.facies.reading.Arm;
import org.facies.reading.CollectedAnswers;
import org.facies.reading.CollectedReader;
import org.facies.reading.Part;
import org.facies.reading.Presentation;
import org.facies.reading.ReadingCase;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingPlan;
import org.facies.reading.ReadingStudy;
import org.facies.reading.ShownModel;
import org.facies.reading.Step;
import org.facies.reading.Submission;
import org.facies.report.text.SimulatedMark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what a reader study collects to metrics and report. */
class CollectedReadersInRunTest {
    private static final int CASES = 12;

    @TempDir
    private Path folder;

    private Path predictions;
    private Path out;
    private Path readers;

    @BeforeEach
    void collect() throws IOException {
        StringBuilder rows = new StringBuilder("model,fold,photo,subject,diagnosis,p_x,p_y\n");
        for (int i = 0; i < CASES; i++) {
            rows.append("other,%d,p%d,s%d,%s,%s\n".formatted(i % 2, i, i, i % 3 == 0 ? "x" : "y", "0.4,0.6"));
        }
        predictions = Files.writeString(folder.resolve("predictions.csv"), rows);
        out = folder.resolve("evaluated");
        Path export = Files.createDirectory(folder.resolve("export"));
        new CollectedAnswers("test", study(), List.of(reader("R1", false), reader("R2", true))).write(export);
        readers = export.resolve("readers.csv");
    }

    @Test
    void the_protocol_next_to_the_answers_says_who_is_simulated_and_what_the_model_said() throws IOException {
        CommandLineRun run = evaluate("--readers", readers.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("R2 (simulated)", "other / R2 (simulated)", "all (Obuchowski–Rockette)")
                .doesNotContain("R1 (simulated)");
        JsonNode metrics =
                new ObjectMapper().readTree(out.resolve("metrics.json").toFile());
        assertThat(metrics.at("/readers/R2/simulated").asBoolean()).isTrue();
        assertThat(metrics.at("/readers/R1").has("simulated")).isFalse();
        JsonNode following = metrics.at("/readers_aided/per_reader/R1/following");
        assertThat(following.path("model").asText()).isEqualTo("shown-to-readers");
        // The model says x to all; both answer y first and x then. It is wrong of the 8 cases of y.
        assertThat(following.at("/incorrect/n").asInt()).isEqualTo(8);
        assertThat(following.at("/incorrect/followed").asInt()).isEqualTo(8);
        assertThat(following.at("/correct/n").asInt()).isEqualTo(4);
        assertThat(metrics.at("/readers/R1/accuracy/value").asDouble()).isEqualTo(8 / 12.0);
        assertThat(metrics.at("/readers_aided/per_reader/R1/accuracy/aided/value")
                        .asDouble())
                .isEqualTo(4 / 12.0);
        assertThat(out.resolve("protocol.json")).hasSameBinaryContentAs(readers.resolveSibling("protocol.json"));
        assertThat(Files.readString(out.resolve("report.html"))).contains(SimulatedMark.SENTENCE);
        assertThat(Files.readString(out.resolve("evaluation.json"))).contains("protocol");
    }

    @Test
    void a_report_that_is_written_again_says_the_same_and_other_readers_take_the_protocol_away() throws IOException {
        evaluate("--readers", readers.toString());
        byte[] metrics = Files.readAllBytes(out.resolve("metrics.json"));
        CommandLineRun again = facies(
                "study",
                "report",
                out.toString(),
                "--readers",
                out.resolve("readers.csv").toString());
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(Files.readAllBytes(out.resolve("metrics.json"))).isEqualTo(metrics);
        assertThat(out.resolve("protocol.json")).exists();

        Path plain = Files.writeString(
                Files.createDirectory(folder.resolve("plain")).resolve("readers.csv"),
                "reader,subject,answer\nAda,s0,x\nAda,s1,x\n");
        assertThat(facies("study", "report", out.toString(), "--readers", plain.toString())
                        .exitCode())
                .isZero();
        assertThat(out.resolve("protocol.json")).doesNotExist();
        assertThat(new ObjectMapper()
                        .readTree(out.resolve("metrics.json").toFile())
                        .has("readers_aided"))
                .isFalse();
    }

    @Test
    void a_protocol_of_other_readers_is_refused() throws IOException {
        Files.writeString(readers, Files.readString(readers).replace("R1,", "Ada,"));
        CommandLineRun run = evaluate("--readers", readers.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .isEqualTo(readers.resolveSibling("protocol.json")
                        + ": \"Ada\" is a reader of readers.csv next to it, but is not in this protocol. Put the"
                        + " two files of one reader study into one folder, or move the protocol elsewhere."
                        + System.lineSeparator());
        assertThat(out).doesNotExist();
    }

    private CommandLineRun evaluate(String... more) {
        List<String> line = new ArrayList<>(
                List.of("evaluate", predictions.toString(), "--out", out.toString(), "--bootstrap", "1000"));
        line.addAll(List.of(more));
        return facies(line.toArray(String[]::new));
    }

    private static ReadingStudy study() {
        ReadingDesign design = new ReadingDesign(
                "sample",
                "manifest.csv",
                List.of(new ReadingDesign.ShownClass("x", "X"), new ReadingDesign.ShownClass("y", "Y")),
                new ReadingDesign.Cases(ReadingDesign.Draw.EVERYONE, 0, 0, Map.of(), 3),
                new ReadingDesign.Pictures(ReadingDesign.Photos.ALL, ReadingDesign.View.CROP, 512),
                new ReadingDesign.Order(17, 6, 5, 0),
                new ReadingDesign.Practice(0, false),
                new ReadingDesign.Form(true, true, false, false),
                Optional.of(new ReadingDesign.Advisor("run", Optional.empty(), Optional.empty(), 90)),
                List.of(),
                30);
        List<ReadingCase> cases = IntStream.range(0, CASES)
                .mapToObj(i -> new ReadingCase("s" + i, i % 3 == 0 ? 0 : 1, List.of("p" + i)))
                .toList();
        return new ReadingStudy(
                design,
                new ReadingPlan(cases, 0, 17, 6, 0),
                "1".repeat(64),
                Optional.of(new ShownModel("shown-to-readers", "run", "2".repeat(64))),
                cases.stream()
                        .map(one -> new Advice(0, List.of(0), 90, List.of(0.75, 0.25)))
                        .toList());
    }

    /** Answers y first, and x once the model said x. */
    private static CollectedReader reader(String name, boolean isSimulated) {
        List<Presentation> order = IntStream.range(0, CASES)
                .mapToObj(i -> new Presentation(i + 1, i, Part.MAIN, i / 6 + 1))
                .toList();
        List<Submission> answers = new ArrayList<>();
        for (Presentation one : order) {
            for (Step step : Step.values()) {
                answers.add(new Submission(
                        "%032x".formatted(answers.size()),
                        one.position(),
                        step,
                        0,
                        Optional.of(step == Step.FIRST ? 1 : 0),
                        Optional.of(3),
                        List.of(),
                        "",
                        2));
            }
        }
        return new CollectedReader(
                name,
                Arm.SEQUENTIAL,
                Optional.empty(),
                order,
                answers,
                Optional.empty(),
                Optional.empty(),
                isSimulated);
    }
}
