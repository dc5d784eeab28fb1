package org.facies.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.command.ExitCode;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StoredPack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs from the command line, and the answers that come back. */
@Tag("slow")
class ReadersPackCommandTest {
    private static final String DESIGN = """
        name: Drawn faces
        cohort: manifest.csv
        pictures: {photos: one, side_px: 256}
        practice: {cases: 1, feedback: false}
        order: {repeats: 0}
        readers:
          - {name: R1, arm: unaided, language: en}
          - {name: R2, arm: unaided, language: de}
        """;
    private static final String ANSWER = """
        {"experience": {"years": 4, "specialty": "paediatrics", "genetics_training": false},
         "saved": "2026-12-01T08:00:00Z",
         "answers": [{"submission": "0123456789abcdef0123456789abcdef", "position": 1, "step": "first",
           "revision": 0, "choice": 1, "confidence": 4, "probabilities": [], "comment": "", "seconds": 3.25,
           "answered": "2026-12-01T07:59:00Z"}]}
        """;

    @TempDir
    private Path folder;

    @Test
    void packs_are_made_once_and_their_answers_are_taken_back() throws IOException, GeneralSecurityException {
        DrawnCohort.write(folder, 2, 1);
        Path file = Files.writeString(folder.resolve("readers.yaml"), DESIGN);
        Path passphrases = folder.resolve("passphrases.txt");
        String option = "--passphrase-file=" + passphrases;
        Files.writeString(passphrases, "R1 correct horse battery\n\nR1 another horse battery\nR2 short horse\n");
        assertThat(refused(file, option))
                .contains(
                        "passphrases.txt line 3: \"R1\" has two passphrases. Keep one line.",
                        "passphrases.txt line 4: \"R2\" has a passphrase of fewer than 14 letters and digits. Use a"
                                + " longer one, or leave out --passphrase-file for random ones.")
                .doesNotContain("horse");
        Files.writeString(passphrases, "R1 correct horse battery\nR3 nobody knows the horse\n");
        assertThat(refused(file, option))
                .contains(
                        "passphrases.txt: \"R3\" is not a reader who gets a pack. Begin the line with the name of a"
                                + " reader.",
                        "passphrases.txt: \"R2\" has no passphrase. Add a line: R2 PASSPHRASE.")
                .doesNotContain("horse");

        CommandLineRun made = pack(file, "--days", "9");
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out())
                .containsPattern("Wrote .*R1\\.html for R1, valid until 20\\d\\d-\\d\\d-\\d\\d\\. Passphrase:"
                        + " (\\w{4}-){4}\\w{4}")
                .contains("R2.html", "Mail servers often block such files", "facies readers merge FILE... --study");
        Matcher passphrase = Pattern.compile("Passphrase: (\\S+)").matcher(made.out());
        assertThat(passphrase.find()).isTrue();
        assertThat(folder.resolve("packs/R1.html"))
                .content()
                .doesNotContain(passphrase.group(1), "wide-eyes-", "none-");

        CommandLineRun again = pack(file, "--reader", "R1", "--reader", "Rx");
        assertThat(again.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(again.err())
                .contains(
                        "--reader: \"Rx\" is not a reader of this study",
                        "R1.html: already exists, and a reader may be");

        Path answers = answers(file, Files.readString(folder.resolve("packs/R1.html")));
        CommandLineRun merged = merge(file, answers);
        assertThat(merged.exitCode()).as(merged.err()).isZero();
        assertThat(merged.out()).contains("1 new answers and corrections; 1 of 6 cases are complete, 5 are missing.");
        assertThat(merge(file, answers).out()).contains("nothing new; 1 of 6 cases are complete");

        CommandLineRun refused = merge(file, folder.resolve("manifest.csv"), folder.resolve("absent.answers"));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).contains("manifest.csv line 1: is not valid JSON", "absent.answers: cannot be read");
    }

    private String refused(Path file, String option) {
        CommandLineRun run = pack(file, option);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.BAD_INPUT);
        return run.err();
    }

    private CommandLineRun pack(Path file, String... more) {
        String[] all = new String[6 + more.length];
        String[] first = {
            "readers", "pack", file.toString(), "--out", folder.resolve("packs").toString(), "--yes"
        };
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return facies(all);
    }

    private static CommandLineRun merge(Path file, Path... answers) {
        String[] all = new String[4 + answers.length];
        all[0] = "readers";
        all[1] = "merge";
        all[2] = "--study";
        all[3] = file.toString();
        for (int i = 0; i < answers.length; i++) {
            all[4 + i] = answers[i].toString();
        }
        return facies(all);
    }

    /** A file as the page saves it. */
    private Path answers(Path file, String html) throws GeneralSecurityException, IOException {
        Matcher id = Pattern.compile("&#34;pack&#34;:&#34;([0-9a-f]{32})").matcher(html);
        assertThat(id.find()).isTrue();
        StoredPack pack;
        try (ReadingStore store = new StudyFolder(file, Optional.empty()).open()) {
            pack = store.pack(id.group(1)).orElseThrow();
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = new byte[12];
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(Base64.getDecoder().decode(pack.contentKey()), "AES"),
                new GCMParameterSpec(128, nonce));
        cipher.updateAAD(("answers\n" + pack.id() + "\n" + pack.payloadSha256()).getBytes(StandardCharsets.UTF_8));
        byte[] encrypted = cipher.doFinal(ANSWER.getBytes(StandardCharsets.UTF_8));
        return Files.writeString(folder.resolve("R1.answers"), """
            {"format": 1, "pack": "%s", "payload_sha256": "%s", "nonce": "%s", "answers": "%s"}
            """.formatted(
                        pack.id(),
                        pack.payloadSha256(),
                        Base64.getEncoder().encodeToString(nonce),
                        Base64.getEncoder().encodeToString(encrypted)));
    }
}
