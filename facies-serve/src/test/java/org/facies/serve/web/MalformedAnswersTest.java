package org.facies.serve.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedAnswersTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "7",
                "\"text\"",
                "{\"submission\":",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "\u0000",
                "{\"submission\":null,\"position\":null,\"step\":null,\"revision\":null,\"choice\":null,"
                        + "\"confidence\":null,\"probabilities\":null,\"comment\":null,\"seconds\":null}",
                "{\"position\":1e99}",
                "{\"position\":99999999999999999999999999}",
                "{\"choice\":[0]}",
                "{\"choice\":{\"$ne\":1}}",
                "{\"__proto__\":{\"choice\":1}}",
                "\uFEFF{}",
                "<xml/>"
            })
    void malformed_answers_are_told_and_change_nothing(String json) {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            HttpResponse<String> answer = reader.postJson("/read/answer", json);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Visitor.json(answer.body()).get("problems")).isNotEmpty();
            assertThat(answer.body()).doesNotContain("Exception", "org.facies", "\tat ");
            assertThat(study.reader("R1").answers()).isEmpty();
            assertThat(study.said).isEmpty();
        }
    }

    @Test
    void every_single_wrong_value_in_an_answer_is_refused() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            Map<String, List<String>> wrong = new LinkedHashMap<>();
            wrong.put("submission", List.of("\"\"", "7", "\"" + "g".repeat(32) + "\"", "\"" + "a".repeat(33) + "\""));
            wrong.put("position", List.of("0", "-1", "1.5", "\"1\"", "2147483648"));
            wrong.put("step", List.of("\"FIRST\"", "\"third\"", "1", "true"));
            wrong.put("revision", List.of("-1", "0.5", "\"0\""));
            wrong.put("choice", List.of("3", "-1", "1.0001", "\"1\"", "\"label-1\"", "true"));
            wrong.put("confidence", List.of("0", "6", "null", "\"3\"", "3.5"));
            wrong.put("probabilities", List.of("[0.5]", "[1,1,1]", "[0.5,0.5,\"0\"]", "[-1,1,1]", "{}", "[null,0,1]"));
            wrong.put("comment", List.of("null", "7", "\"" + "x".repeat(2001) + "\"", "\"\\u0000\"", "\"\\ud800\""));
            wrong.put("seconds", List.of("0", "-1", "1e9", "\"1\"", "null", "NaN", "1e400"));
            wrong.put("extra", List.of("1"));
            wrong.forEach((key, values) -> values.forEach(value -> {
                ObjectNode answer = Answers.of(1, "first", 0, 1);
                answer.remove(key);
                String json =
                        answer.toString().replaceFirst("\\{", "{\"" + key + "\":" + value.replace("\\", "\\\\") + ",");
                assertThat(reader.postJson("/read/answer", json).statusCode())
                        .as(key + " " + value)
                        .isEqualTo(422);
            }));
            for (String key : List.of("submission", "position", "step", "revision", "probabilities", "comment")) {
                ObjectNode answer = Answers.of(1, "first", 0, 1);
                answer.remove(key);
                assertThat(reader.postJson("/read/answer", answer.toString()).statusCode())
                        .as("without " + key)
                        .isEqualTo(422);
            }
            assertThat(study.reader("R1").answers()).isEmpty();
        }
    }

    @Test
    void deeply_nested_answers_are_refused_like_others() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            assertThat(reader.postJson("/read/answer", "[".repeat(30_000)).statusCode())
                    .isEqualTo(422);
            assertThat(reader.postJson("/read/answer", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000))
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void what_is_too_large_is_413_and_what_is_of_another_type_415() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            String large = "\"" + "x".repeat(70_000) + "\"";
            assertThat(reader.postJson("/read/answer", large).statusCode()).isEqualTo(413);
            assertThat(reader.send(reader.request("/read/answer")
                                    .header("Content-Type", "application/json")
                                    .header("X-Facies-Token", reader.token())
                                    .POST(BodyPublishers.ofInputStream(
                                            () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))))
                            .statusCode())
                    .as("in chunks")
                    .isEqualTo(413);
            assertThat(reader.postForm("/read/experience", Map.of("years", "x".repeat(9000)))
                            .statusCode())
                    .isEqualTo(413);
            for (String type : new String[] {"text/plain", "multipart/form-data; boundary=x", "application/xml", "x"}) {
                assertThat(reader.send(reader.request("/read/answer")
                                        .header("Content-Type", type)
                                        .header("X-Facies-Token", reader.token())
                                        .POST(BodyPublishers.ofString("{}")))
                                .statusCode())
                        .as(type)
                        .isEqualTo(415);
            }
        }
    }
}
