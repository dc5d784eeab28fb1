package org.facies.serve.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.facies.reading.Part;
import org.facies.reading.Presentation;
import org.facies.reading.Submission;
import org.facies.serve.SampleStudy;
import org.facies.serve.store.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingFlowTest {
    @TempDir
    private Path folder;

    @Test
    void a_reader_answers_everything_and_each_answer_is_of_the_case_that_was_shown() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            List<Integer> given = new ArrayList<>();
            for (JsonNode state = reader.state(); !state.get("finished").asBoolean(); state = reader.state()) {
                Presentation shown = study.reader("R1").presentations().get(given.size());
                byte[] picture = reader.getBytes(state.at("/current/pictures/1").asText())
                        .body();
                assertThat(picture).isEqualTo(SampleStudy.bytes(shown.caseNumber(), 1));
                given.add(given.size() % 3);
                HttpResponse<String> saved = reader.postJson(
                        "/read/answer",
                        Answers.next(state, given.get(given.size() - 1)).toString());
                assertThat(saved.statusCode()).isEqualTo(200);
            }
            assertThat(given).hasSize(12);
            assertThat(study.reader("R1").answers())
                    .extracting(answer -> answer.choice().orElseThrow())
                    .isEqualTo(given);
            assertThat(reader.get("/read").statusCode()).isEqualTo(200);
            assertThat(study.said).isEmpty();
        }
    }

    @Test
    void the_first_answer_is_locked_before_the_models_is_shown() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R2");
            JsonNode before = reader.state();
            assertThat(before.at("/current/step").asText()).isEqualTo("first");
            assertThat(before.at("/current/advice").isNull()).isTrue();
            assertThat(before.at("/current/first").isNull()).isTrue();

            JsonNode after = Visitor.json(
                    reader.postJson("/read/answer", Answers.next(before, 1).toString())
                            .body());
            assertThat(after.at("/current/step").asText()).isEqualTo("second");
            assertThat(after.at("/current/advice/level_percent").asInt()).isEqualTo(90);
            assertThat(after.at("/current/advice/probabilities").size()).isEqualTo(3);
            assertThat(after.at("/current/first/choice").asInt()).isEqualTo(1);
            assertThat(after.get("last").isNull()).isTrue();
            assertThat(after.get("complete").asInt()).isZero();

            HttpResponse<String> correction =
                    reader.postJson("/read/answer", Answers.of(1, "first", 1, 2).toString());
            assertThat(correction.statusCode()).isEqualTo(409);
            reader.postJson("/read/answer", Answers.next(after, 0).toString());
            assertThat(reader.state().get("complete").asInt()).isEqualTo(1);
        }
    }

    @Test
    void practice_tells_the_diagnosis_afterwards_and_the_main_part_tells_none() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            StudyReader stored = study.reader("R1");
            for (Presentation shown : stored.presentations()) {
                JsonNode state = reader.state();
                boolean practiceBefore = shown.position() > 1
                        && stored.presentations().get(shown.position() - 2).part() == Part.PRACTICE;
                assertThat(state.get("feedback").isNull()).isEqualTo(!practiceBefore);
                if (practiceBefore) {
                    Presentation last = stored.presentations().get(shown.position() - 2);
                    assertThat(state.at("/feedback/choice").asInt())
                            .isEqualTo(study.store
                                    .study()
                                    .plan()
                                    .cases()
                                    .get(last.caseNumber())
                                    .truth());
                    assertThat(state.get("last").isNull())
                            .as("the diagnosis was told, so the answer is final")
                            .isTrue();
                }
                reader.postJson("/read/answer", Answers.next(state, 0).toString());
            }
        }
    }

    @Test
    void the_last_answer_is_corrected_until_the_next_one_is_there() {
        try (RunningStudy study = RunningStudy.in(folder, 8, 0, Limits.USUAL)) {
            Visitor reader = study.begun("R1");
            reader.postJson("/read/answer", Answers.next(reader.state(), 0).toString());
            JsonNode last = reader.state().get("last");
            assertThat(last.get("choice").asInt()).isZero();
            assertThat(reader.getBytes(last.at("/pictures/0").asText()).statusCode())
                    .isEqualTo(200);

            assertThat(reader.postJson(
                                    "/read/answer", Answers.of(1, "first", 1, 2).toString())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(reader.state().at("/last/choice").asInt()).isEqualTo(2);
            assertThat(reader.state().at("/last/revision").asInt()).isEqualTo(1);
            reader.postJson("/read/answer", Answers.next(reader.state(), 0).toString());
            assertThat(reader.postJson(
                                    "/read/answer", Answers.of(1, "first", 2, 1).toString())
                            .statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void an_answer_sent_again_is_confirmed_and_counts_once() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            String answer = Answers.next(reader.state(), 1).toString();
            for (int times = 0; times < 3; times++) {
                assertThat(reader.postJson("/read/answer", answer).statusCode()).isEqualTo(200);
            }
            assertThat(study.reader("R1").answers()).hasSize(1);
        }
    }

    @Test
    void of_two_devices_one_is_told_that_it_is_behind() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (RunningStudy study = RunningStudy.in(folder)) {
            String link = study.link("R1");
            List<Callable<Integer>> devices = new ArrayList<>();
            for (int device = 0; device < 2; device++) {
                Visitor visitor = study.stranger();
                visitor.enter(link, study.store, study.clock::instant);
                visitor.postForm("/read/experience", Map.of("years", "7", "specialty", "Pediatrics", "genetics", "no"));
                String answer = Answers.next(visitor.state(), device).toString();
                devices.add(() -> visitor.postJson("/read/answer", answer).statusCode());
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : threads.invokeAll(devices)) {
                statuses.add(status.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            assertThat(study.reader("R1").answers()).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void stopped_and_closed_readers_see_why_and_nothing_of_theirs_is_taken() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            JsonNode state = reader.state();
            String picture = state.at("/current/pictures/0").asText();
            study.store.stop(study.reader("R1").id(), study.clock.instant());

            HttpResponse<String> refused =
                    reader.postJson("/read/answer", Answers.next(state, 1).toString());
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(Visitor.json(refused.body()).get("closed").asBoolean()).isTrue();
            assertThat(Visitor.json(refused.body()).get("current").isNull()).isTrue();
            assertThat(reader.getBytes(picture).statusCode()).isEqualTo(404);

            study.store.resume(study.reader("R1").id(), study.clock.instant());
            assertThat(reader.postJson("/read/answer", Answers.next(state, 1).toString())
                            .statusCode())
                    .isEqualTo(200);
            study.store.endStudy(study.clock.instant());
            assertThat(reader.postJson(
                                    "/read/answer", Answers.of(2, "first", 0, 1).toString())
                            .statusCode())
                    .isEqualTo(409);
            assertThat(reader.get("/read").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nothing_is_answered_or_shown_before_the_experience_is_given() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.newcomer("R1");
            assertThat(reader.postJson(
                                    "/read/answer", Answers.of(1, "first", 0, 1).toString())
                            .statusCode())
                    .isEqualTo(409);
            assertThat(reader.getBytes(reader.state().at("/current/pictures/0").asText())
                            .statusCode())
                    .isEqualTo(404);
            Map<String, String> wrong =
                    new LinkedHashMap<>(Map.of("years", "81", "specialty", " ".repeat(3), "genetics", "perhaps"));
            HttpResponse<String> refused = reader.postForm("/read/experience", wrong);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(study.reader("R1").experience()).isEmpty();
            for (String years : new String[] {"-1", "1e1", "999999999999", "١٢", "7.5", ""}) {
                wrong.put("years", years);
                assertThat(reader.postForm("/read/experience", wrong).statusCode())
                        .isEqualTo(422);
            }
            assertThat(reader.postForm(
                                    "/read/experience",
                                    Map.of("years", "0", "specialty", "Pediatrics <i>", "genetics", "no"))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(study.reader("R1").experience().orElseThrow().specialty())
                    .isEqualTo("Pediatrics <i>");
        }
    }

    @Test
    void nothing_that_a_browser_receives_names_a_child_a_photo_or_a_label() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R2");
            StringBuilder received = new StringBuilder();
            received.append(reader.get("/read").body());
            for (JsonNode state = reader.state(); !state.get("finished").asBoolean(); state = reader.state()) {
                received.append(state);
                assertThat(state.toString()).doesNotContain("repeat", "case_number");
                reader.postJson("/read/answer", Answers.next(state, 1).toString());
            }
            received.append(reader.get("/read").body());
            assertThat(received).doesNotContain(SampleStudy.SECRETS.toArray(String[]::new));
        }
    }

    @Test
    void a_repeat_has_other_picture_names_than_the_case_had_the_first_time() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            StudyReader reader = study.reader("R1");
            assertThat(reader.presentations().stream()
                            .map(one -> study.store.access().pictureName(reader.id(), one.position(), 0))
                            .distinct())
                    .hasSameSizeAs(reader.presentations());
        }
    }

    @Test
    void the_download_holds_what_was_answered() throws IOException {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            for (int answers = 0; answers < 5; answers++) {
                reader.postJson("/read/answer", Answers.next(reader.state(), 2).toString());
            }
            Map<String, String> files = new LinkedHashMap<>();
            HttpResponse<byte[]> zip = study.researcher().getBytes("/follow/download");
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            assertThat(files).containsKeys("readers.csv", "protocol.json");
            assertThat(files.get("readers.csv").lines()).hasSize(1 + 3);
            assertThat(study.store.answers("test").files()).isEqualTo(files);
            assertThat(study.reader("R1").answers())
                    .extracting(Submission::position)
                    .containsExactly(1, 2, 3, 4, 5);
        }
    }
}
