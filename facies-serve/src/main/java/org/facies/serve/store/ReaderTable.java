package org.facies.serve.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facies.reading.Arm;
import org.facies.reading.Experience;
import org.facies.reading.Part;
import org.facies.reading.Presentation;
import org.facies.reading.ReadingDesign;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Readers, and the order of cases for each of them. */
final class ReaderTable {
    private ReaderTable() {}

    static long insert(Handle handle, ReadingDesign.InvitedReader reader, boolean simulated, Instant now) {
        long id = handle.createUpdate("INSERT INTO reader (name, arm, language, simulated, added)"
                        + " VALUES (:name, :arm, :language, :simulated, :now)")
                .bind("name", reader.name())
                .bind("arm", reader.arm().name())
                .bind("language", reader.language())
                .bind("simulated", simulated ? 1 : 0)
                .bind("now", now.toEpochMilli())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        Event.READER_ADDED.note(handle, id, now);
        return id;
    }

    static void insertOrder(Handle handle, long reader, List<Presentation> order) {
        PreparedBatch rows = handle.prepareBatch("INSERT INTO presentation (reader, position, case_number, part, block)"
                + " VALUES (:reader, :position, :case, :part, :block)");
        for (Presentation one : order) {
            rows.bind("reader", reader)
                    .bind("position", one.position())
                    .bind("case", one.caseNumber())
                    .bind("part", one.part().name())
                    .bind("block", one.block())
                    .add();
        }
        rows.execute();
    }

    static List<Long> ids(Handle handle) {
        return handle.createQuery("SELECT id FROM reader ORDER BY id")
                .mapTo(Long.class)
                .list();
    }

    static Optional<Long> id(Handle handle, String name) {
        return handle.createQuery("SELECT id FROM reader WHERE name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .findOne();
    }

    static Optional<StudyReader> find(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM reader WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> reader(handle, row))
                .findOne();
    }

    private static StudyReader reader(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new StudyReader(
                id,
                row.getString("name"),
                Arm.valueOf(row.getString("arm")),
                row.getString("language"),
                row.getInt("simulated") == 1,
                Columns.moment(row, "stopped"),
                experience(row),
                order(handle, id),
                AnswerTable.last(handle, id),
                AnswerTable.firstArrival(handle, id),
                AnswerTable.lastArrival(handle, id));
    }

    private static Optional<Experience> experience(ResultSet row) throws SQLException {
        Optional<Integer> years = Columns.whole(row, "years");
        return years.isEmpty()
                ? Optional.empty()
                : Optional.of(new Experience(years.get(), row.getString("specialty"), row.getInt("genetics") == 1));
    }

    private static List<Presentation> order(Handle handle, long reader) {
        return handle.createQuery("SELECT * FROM presentation WHERE reader = :reader ORDER BY position")
                .bind("reader", reader)
                .map((row, context) -> new Presentation(
                        row.getInt("position"),
                        row.getInt("case_number"),
                        Part.valueOf(row.getString("part")),
                        row.getInt("block")))
                .list();
    }

    /** The first values are kept. */
    static void setExperience(Handle handle, long reader, Experience given, Instant now) {
        int changed = handle.createUpdate("UPDATE reader SET years = :years, specialty = :specialty,"
                        + " genetics = :genetics WHERE id = :id AND years IS NULL")
                .bind("years", given.years())
                .bind("specialty", given.specialty())
                .bind("genetics", given.geneticsTraining() ? 1 : 0)
                .bind("id", reader)
                .execute();
        if (changed > 0) {
            Event.EXPERIENCE_GIVEN.note(handle, reader, now);
        }
    }

    static void stop(Handle handle, long reader, Instant now) {
        handle.createUpdate("UPDATE reader SET stopped = :now WHERE id = :id AND stopped IS NULL")
                .bind("now", now.toEpochMilli())
                .bind("id", reader)
                .execute();
        Event.STOPPED.note(handle, reader, now);
    }

    static void resume(Handle handle, long reader, Instant now) {
        handle.createUpdate("UPDATE reader SET stopped = NULL WHERE id = :id")
                .bind("id", reader)
                .execute();
        Event.RESUMED.note(handle, reader, now);
    }
}
