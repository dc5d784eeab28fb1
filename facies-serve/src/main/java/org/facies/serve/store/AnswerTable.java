package org.facies.serve.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.reading.Step;
import org.facies.reading.Submission;
import org.facies.reading.Turn;
import org.jdbi.v3.core.Handle;

/** Answers with all their revisions. Rows are added and never changed. */
final class AnswerTable {
    private AnswerTable() {}

    static void insert(Handle handle, long reader, Submission sent, Instant now) {
        handle.createUpdate("INSERT INTO answer (reader, position, step, revision, submission, choice, confidence,"
                        + " probabilities, comment, seconds, arrived) VALUES (:reader, :position, :step, :revision,"
                        + " :submission, :choice, :confidence, :probabilities, :comment, :seconds, :now)")
                .bind("reader", reader)
                .bind("position", sent.position())
                .bind("step", sent.step().name())
                .bind("revision", sent.revision())
                .bind("submission", sent.submission())
                .bind("choice", sent.choice().orElse(null))
                .bind("confidence", sent.confidence().orElse(null))
                .bind("probabilities", Columns.text(sent.probabilities()))
                .bind("comment", sent.comment())
                .bind("seconds", sent.seconds())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** The last revision of each answer, in the order of the turns. */
    static List<Submission> last(Handle handle, long reader) {
        Map<Turn, Submission> last = new LinkedHashMap<>();
        handle.createQuery("SELECT * FROM answer WHERE reader = :reader ORDER BY position, step, revision")
                .bind("reader", reader)
                .map((row, context) -> submission(row))
                .forEach(answer -> last.put(new Turn(answer.position(), answer.step()), answer));
        return List.copyOf(last.values());
    }

    /** The stored answer of a submission. */
    static Optional<Submission> find(Handle handle, long reader, String submission) {
        return handle.createQuery("SELECT * FROM answer WHERE reader = :reader AND submission = :submission")
                .bind("reader", reader)
                .bind("submission", submission)
                .map((row, context) -> submission(row))
                .findOne();
    }

    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                row.getString("submission"),
                row.getInt("position"),
                Step.valueOf(row.getString("step")),
                row.getInt("revision"),
                Columns.whole(row, "choice"),
                Columns.whole(row, "confidence"),
                Columns.numbers(row.getString("probabilities")),
                row.getString("comment"),
                row.getDouble("seconds"));
    }

    static Optional<Instant> firstArrival(Handle handle, long reader) {
        return arrival(handle, "SELECT min(arrived) AS at FROM answer WHERE reader = :reader", reader);
    }

    static Optional<Instant> lastArrival(Handle handle, long reader) {
        return arrival(handle, "SELECT max(arrived) AS at FROM answer WHERE reader = :reader", reader);
    }

    private static Optional<Instant> arrival(Handle handle, String question, long reader) {
        return handle.createQuery(question)
                .bind("reader", reader)
                .map((row, context) -> Columns.moment(row, "at"))
                .one();
    }
}
