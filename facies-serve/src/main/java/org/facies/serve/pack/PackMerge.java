package org.facies.serve.pack;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.serve.pack.AnswersFile.Content;
import org.facies.serve.pack.AnswersFile.GivenAnswer;
import org.facies.serve.store.Acceptance;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StoredPack;
import org.facies.serve.store.StudyReader;

/**
 * Imports the answers that readers saved from their packs. All files are checked before anything is stored, and all
 * problems are reported. Importing a file again changes nothing.
 */
public final class PackMerge {
    private final ReadingStore store;
    private final Instant now;
    private final LateAnswers late;

    /** Whether to accept answers that were given after a pack expired. */
    public enum LateAnswers {
        REFUSED,
        ACCEPTED
    }

    /**
     * The result of merging the files of one reader.
     *
     * @param added answers and corrections that were not stored before
     * @param complete presentations with all their answers, after the merge
     */
    public record Merged(Path file, String reader, int added, int complete, int total) {}

    /** A file that belongs to a pack of this study. */
    private record Returned(Path file, StoredPack pack, StudyReader reader, Content content) {}

    public PackMerge(ReadingStore store, Instant now, LateAnswers late) {
        this.store = store;
        this.now = now;
        this.late = late;
    }

    /**
     * Merges files.
     *
     * @throws BadInput with all problems of all files; then nothing was stored
     */
    public List<Merged> merge(List<Path> files) {
        List<Problem> problems = new ArrayList<>();
        store.closed()
                .ifPresent(closed -> problems.add(new Problem(
                        "the reader study",
                        "",
                        "was closed on " + day(closed) + ", so answers can no longer be imported",
                        "Before closing a study, merge the files of all readers.")));
        List<Returned> all = new ArrayList<>();
        for (Path file : files) {
            try {
                all.add(read(file));
            } catch (BadInput wrong) {
                problems.addAll(wrong.problems());
            }
        }
        List<Returned> chosen = onePerReader(all, problems);
        chosen.forEach(one ->
                new ReturnedAnswers(store.study(), one.reader(), one.file().toString()).check(one.content(), problems));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return chosen.stream().map(this::accept).toList();
    }

    private Returned read(Path file) {
        AnswersFile read = AnswersFile.read(file);
        StoredPack pack = store.pack(read.pack())
                .orElseThrow(() -> new BadInput(
                        file.toString(),
                        "",
                        "belongs to a pack that was not made from this data folder",
                        "Name the study of the pack with --study or --data."));
        if (!read.payloadSha256().equals(pack.payloadSha256())) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "belongs to a pack that was changed after it was made",
                    "Make a new pack for this reader, since it is unknown what the changed pack showed.");
        }
        Content content = read.open(file, Base64.getDecoder().decode(pack.contentKey()));
        StudyReader reader = store.reader(pack.reader()).orElseThrow();
        requireInTime(file, pack, reader, content);
        return new Returned(file, pack, reader, content);
    }

    private void requireInTime(Path file, StoredPack pack, StudyReader reader, Content content) {
        List<Instant> times = content.answers().stream()
                .map(answer -> instant(file, answer.answered()))
                .toList();
        long after = times.stream().filter(time -> time.isAfter(pack.until())).count();
        if (after > 0 && late == LateAnswers.REFUSED) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "contains " + after + " answers of " + reader.name() + " that were given after the pack expired on "
                            + day(pack.until()),
                    "If they should count, accept them with --accept-late.");
        }
    }

    private static Instant instant(Path file, String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeException malformed) {
            throw new BadInput(file.toString(), written, "is not a time", "Ask the reader to save the answers again.");
        }
    }

    private static String day(Instant time) {
        return time.toString().substring(0, 10);
    }

    /** If one of two files of a pack continues the other, the longer one counts. */
    private static List<Returned> onePerReader(List<Returned> all, List<Problem> problems) {
        Map<Long, List<Returned>> byReader = all.stream()
                .collect(Collectors.groupingBy(one -> one.reader().id(), LinkedHashMap::new, Collectors.toList()));
        List<Returned> chosen = new ArrayList<>();
        for (List<Returned> files : byReader.values()) {
            Returned longest = files.get(0);
            Optional<Problem> problem = Optional.empty();
            for (Returned other : files.subList(1, files.size())) {
                problem = problem.or(() -> disagreement(files.get(0), other));
                boolean isLonger = other.content().answers().size()
                        > longest.content().answers().size();
                longest = isLonger ? other : longest;
            }
            problem.ifPresentOrElse(problems::add, () -> {});
            if (problem.isEmpty()) {
                chosen.add(longest);
            }
        }
        return chosen;
    }

    private static Optional<Problem> disagreement(Returned one, Returned other) {
        String both = one.file() + " and " + other.file();
        if (!one.pack().id().equals(other.pack().id())) {
            return Optional.of(new Problem(
                    both,
                    "",
                    "belong to two packs of the reader " + one.reader().name(),
                    "Merge only one of them: the answers that the reader gave first."));
        }
        List<GivenAnswer> first = one.content().answers();
        List<GivenAnswer> second = other.content().answers();
        int common = Math.min(first.size(), second.size());
        return first.subList(0, common).equals(second.subList(0, common))
                ? Optional.empty()
                : Optional.of(new Problem(
                        both,
                        "",
                        "contain different answers of the reader "
                                + one.reader().name(),
                        "The pack was used twice, in two browsers; merge only the answers that were given first."));
    }

    private Merged accept(Returned returned) {
        StudyReader reader = returned.reader();
        returned.content().experience().ifPresent(given -> store.giveExperience(reader.id(), given, now));
        int added = 0;
        for (GivenAnswer answer : returned.content().answers()) {
            Acceptance became = store.accept(reader.id(), answer.sent(), given(answer));
            if (became instanceof Acceptance.Stored stored) {
                added += stored.before() ? 0 : 1;
            } else {
                throw refusal(returned, answer, became);
            }
        }
        StudyReader after = store.reader(reader.id()).orElseThrow();
        return new Merged(
                returned.file(),
                reader.name(),
                added,
                after.progress(store.study()).complete(),
                after.presentations().size());
    }

    /** The reader's clock may be ahead of ours. */
    private Instant given(GivenAnswer answer) {
        Instant time = Instant.parse(answer.answered());
        return time.isAfter(now) ? now : time;
    }

    /**
     * Cases that the checks cannot foresee: someone answers at the same time, or the page of a pack did not write the
     * file.
     */
    private static BadInput refusal(Returned returned, GivenAnswer answer, Acceptance became) {
        String what = became instanceof Acceptance.Malformed malformed
                ? "is not a valid answer in this study (" + String.join(" ", malformed.problems()) + ")"
                : "does not fit the stored answers";
        return new BadInput(
                returned.file() + ", case at position " + answer.position(),
                "",
                what,
                "Stop the server while you merge, and merge the file again.");
    }
}
