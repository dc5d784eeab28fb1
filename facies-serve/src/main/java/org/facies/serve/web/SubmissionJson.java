package org.facies.serve.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.facies.file.JsonFile;
import org.facies.reading.Submission;
import org.facies.schema.RecordFormat;

/** Reads an answer as a page sends it. Every key is present; null means that nothing was chosen or given. */
public final class SubmissionJson {
    private static final RecordFormat<Submission> FORMAT =
            RecordFormat.of(Submission.class, RecordFormat.Undefined.REFUSED);
    private static final List<String> MAY_BE_NULL = List.of("choice", "confidence");
    private static final String WHERE = "answer";
    private static final String REMEDY = "Load the page again.";

    private SubmissionJson() {}

    /**
     * The answer.
     *
     * @throws org.facies.input.BadInput if the text is not an answer
     */
    public static Submission read(byte[] json) {
        return read(JsonFile.parse(json, WHERE, REMEDY));
    }

    /** As {@link #read(byte[])}, for an answer within a larger text. */
    public static Submission read(JsonNode sent) {
        JsonNode tree = sent.deepCopy();
        if (tree instanceof ObjectNode answer) {
            MAY_BE_NULL.stream().filter(key -> answer.path(key).isNull()).forEach(answer::remove);
            if (answer.path("probabilities").isNull()) {
                answer.putArray("probabilities");
            }
        }
        return FORMAT.read(tree, WHERE, REMEDY);
    }
}
