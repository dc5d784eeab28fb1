package org.facies.serve.pack;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.input.Problem;
import org.facies.reading.ReadingProgress;
import org.facies.reading.ReadingStudy;
import org.facies.reading.Submission;
import org.facies.reading.Turn;
import org.facies.serve.pack.AnswersFile.Content;
import org.facies.serve.pack.AnswersFile.GivenAnswer;
import org.facies.serve.store.StudyReader;

/** Checks that the answers of one file are consistent, and agree with the stored answers of the reader. */
final class ReturnedAnswers {
    private final ReadingStudy study;
    private final StudyReader reader;
    private final String file;

    ReturnedAnswers(ReadingStudy study, StudyReader reader, String file) {
        this.study = study;
        this.reader = reader;
        this.file = file;
    }

    void check(Content content, List<Problem> problems) {
        if (reader.stopped().isPresent()) {
            problems.add(new Problem(
                    file,
                    "",
                    "belongs to the reader " + reader.name() + ", who was stopped",
                    "Resume the reader on the researcher's page, and merge the file again."));
        } else if (content.answers().isEmpty()) {
            problems.add(new Problem(
                    file,
                    "",
                    "contains no answer of the reader " + reader.name(),
                    "Merge it when it contains" + " answers."));
        } else {
            checkOrder(content, problems);
        }
    }

    private void checkOrder(Content content, List<Problem> problems) {
        Map<Turn, Submission> given = new LinkedHashMap<>();
        Set<String> submissions = new HashSet<>();
        for (GivenAnswer answer : content.answers()) {
            Submission sent = answer.sent();
            submissions.add(sent.submission());
            ReadingProgress progress = progress(given);
            if (progress.judge(sent) != ReadingProgress.Verdict.NEW) {
                problems.add(new Problem(
                        file + ", case at position " + answer.position(),
                        "",
                        "contains an answer that does not fit the one before",
                        "Ask the reader to save the answers again and to send the new file."));
                return;
            }
            given.put(new Turn(sent.position(), sent.step()), sent);
        }
        reader.answers().stream()
                .filter(stored -> !submissions.contains(stored.submission()))
                .filter(stored ->
                        !isOlder(Optional.ofNullable(given.get(new Turn(stored.position(), stored.step()))), stored))
                .findFirst()
                .ifPresent(stored -> problems.add(new Problem(
                        file + ", case at position " + stored.position(),
                        "",
                        "is an answer of the reader " + reader.name() + ", who gave a different answer on the server"
                                + " or in another pack",
                        "Leave this file out; the stored answer was given or merged first.")));
    }

    /** Whether the file was saved before the answer that is stored was given. */
    private static boolean isOlder(Optional<Submission> inFile, Submission stored) {
        return inFile.filter(one -> one.revision() >= stored.revision()).isEmpty();
    }

    private ReadingProgress progress(Map<Turn, Submission> given) {
        return new ReadingProgress(
                reader.presentations(),
                reader.arm(),
                study.design().practice().feedback(),
                List.copyOf(given.values()));
    }
}
