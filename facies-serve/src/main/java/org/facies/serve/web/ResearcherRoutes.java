package org.facies.serve.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.facies.input.Problem;
import org.facies.reading.Arm;
import org.facies.reading.ReaderName;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.reading.ReadingProgress;
import org.facies.serve.store.Link;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StudyReader;
import org.facies.serve.web.view.FollowPage;
import org.facies.serve.web.view.FollowPage.Standing;
import org.facies.serve.web.view.LinkPage;

/** Answers for the researcher: the progress of readers, never their single answers. */
final class ResearcherRoutes {
    private final StudyRoom room;
    private final Frames frames;
    private final Body body;
    private final PublicAddress address;

    ResearcherRoutes(StudyRoom room, Frames frames, Body body, PublicAddress address) {
        this.room = room;
        this.frames = frames;
        this.body = body;
        this.address = address;
    }

    void page(Context request) {
        show(request, Optional.empty());
    }

    private void show(Context request, Optional<String> problem) {
        ReadingStore store = room.store();
        List<StudyReader> readers = store.readers();
        request.html(room.pages()
                .follow(new FollowPage(
                        frames.researcher(Gate.session(request)),
                        readers.stream().map(this::row).toList(),
                        !store.study().advice().isEmpty(),
                        store.closed(),
                        problem,
                        !readers.isEmpty())));
    }

    private FollowPage.Row row(StudyReader reader) {
        ReadingProgress progress = reader.progress(room.store().study());
        return new FollowPage.Row(
                reader.id(),
                reader.name(),
                reader.arm(),
                reader.language(),
                standing(reader, progress),
                progress.complete(),
                progress.total(),
                reader.lastAnswer(),
                room.store().access().linkUntil(reader.id(), now()),
                reader.simulated());
    }

    private static Standing standing(StudyReader reader, ReadingProgress progress) {
        if (reader.stopped().isPresent()) {
            return Standing.STOPPED;
        }
        if (progress.next().isEmpty()) {
            return Standing.FINISHED;
        }
        return reader.lastAnswer().isEmpty() ? Standing.INVITED : Standing.READING;
    }

    void add(Context request) {
        Map<String, String> form = body.form(request);
        NewReader wanted = new NewReader(
                form.getOrDefault("name", "").strip(), form.getOrDefault("arm", ""), form.getOrDefault("language", ""));
        Optional<String> problem = wanted.problem(room.store());
        Optional<StudyReader> added =
                problem.isPresent() ? Optional.empty() : room.store().addReader(wanted.invited(), false, now());
        if (added.isEmpty()) {
            request.status(Refusal.UNUSABLE);
            show(request, Optional.of(problem.orElse("There is already a reader with this name.")));
            return;
        }
        showLink(request, added.get());
    }

    void link(Context request) {
        StudyReader reader = reader(request);
        if (room.store().closed().isPresent() || reader.stopped().isPresent()) {
            throw new Refusal(Refusal.CONFLICT);
        }
        showLink(request, reader);
    }

    private void showLink(Context request, StudyReader reader) {
        boolean again = room.store().access().wasLinked(reader.id());
        Link link = room.store().access().link(reader.id(), now());
        ReadingProgress progress = reader.progress(room.store().study());
        request.html(room.pages()
                .link(new LinkPage(
                        frames.researcher(Gate.session(request)),
                        reader.name(),
                        reader.language(),
                        address.link(link),
                        link.until(),
                        again,
                        progress.complete(),
                        progress.total(),
                        room.store().study().design().order().breakMinutes())));
    }

    void stop(Context request) {
        change(request, (reader, now) -> room.store().stop(reader, now));
    }

    void resume(Context request) {
        change(request, (reader, now) -> room.store().resume(reader, now));
    }

    private void change(Context request, BiConsumer<Long, Instant> change) {
        change.accept(reader(request).id(), now());
        request.redirect("/follow", HttpStatus.SEE_OTHER);
    }

    void close(Context request) {
        room.store().endStudy(now());
        request.redirect("/follow", HttpStatus.SEE_OTHER);
    }

    void download(Context request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file :
                    room.store().answers(room.software()).files().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        request.contentType("application/zip")
                .header("Content-Disposition", "attachment; filename=\"reader-study.zip\"")
                .result(bytes.toByteArray());
    }

    private StudyReader reader(Context request) {
        String id = request.pathParam("id");
        return Optional.of(id)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .flatMap(text -> room.store().reader(Long.parseLong(text)))
                .orElseThrow(() -> new Refusal(Refusal.NOT_FOUND));
    }

    private Instant now() {
        return room.clock().instant();
    }

    /** A reader, as sent by the form. */
    private record NewReader(String name, String arm, String language) {
        Optional<String> problem(ReadingStore store) {
            if (store.closed().isPresent()) {
                return Optional.of("The study is closed; readers can no longer be added.");
            }
            List<String> others =
                    store.readers().stream().map(StudyReader::name).toList();
            Optional<Problem> ofName = ReaderName.problem("Name", name, others);
            if (ofName.isPresent()) {
                return ofName.map(Problem::sentence);
            }
            if (!arm.equals("unaided") && !arm.equals("sequential")) {
                return Optional.of("Choose whether the reader sees the model's answer.");
            }
            if (arm.equals("sequential") && store.study().advice().isEmpty()) {
                return Optional.of("This study has no model to show; choose unaided.");
            }
            return language.equals("en") || language.equals("de")
                    ? Optional.empty()
                    : Optional.of("Choose English or German for the pages.");
        }

        InvitedReader invited() {
            return new InvitedReader(name, Arm.valueOf(arm.toUpperCase(Locale.ROOT)), language);
        }
    }
}
