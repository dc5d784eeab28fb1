package org.facies.cli;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.DrawnCohort;
import org.facies.bundle.DrawnBundle;
import org.facies.sign.Keys;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A sound command line for every command of Facies, with the small files that it needs: what a sweep changes in one
 * place.
 *
 * @param ground folder of the files
 */
record SweptLines(Path ground) {
    private static final String STUDY = """
            name: swept
            cohort: cohort/manifest.csv
            folds: {k: 2}
            models:
              - {name: tuned, backbone: mobilefacenet-512, training: {epochs: 1}}
            """;

    /** Makes the files: a drawn cohort, predictions, a run that has them, pairs of photos. */
    static SweptLines on(Path ground) throws IOException {
        DrawnCohort.write(ground.resolve("cohort"), 5, 1);
        Files.writeString(ground.resolve("study.yaml"), STUDY);
        Files.writeString(ground.resolve("predictions.csv"), predictions());
        Files.writeString(ground.resolve("readers.csv"), "reader,subject,answer\nA,s0,x\nA,s1,y\n");
        Files.writeString(ground.resolve("pairs.csv"), pairs());
        Path run = Files.createDirectories(ground.resolve("run"));
        Files.writeString(run.resolve("study.yaml"), STUDY);
        Keys.known(ground, 0);
        DrawnBundle.write(ground.resolve("drawn.facies"), Optional.empty());
        SweptLines lines = new SweptLines(ground);
        facies("evaluate", lines.at("predictions.csv"), "--out", lines.at("evaluated"), "--bootstrap", "1000");
        return lines;
    }

    private static void facies(String... line) {
        CommandLineRun run = CommandLineRun.facies(line);
        if (run.exitCode() != 0) {
            throw new IllegalStateException(run.err());
        }
    }

    private static String predictions() {
        StringBuilder rows = new StringBuilder("model,fold,photo,subject,diagnosis,p_x,p_y\n");
        for (int i = 0; i < 12; i++) {
            rows.append("m,%d,p%d,s%d,%s,%s\n"
                    .formatted(i / 2 % 2, i, i, i % 2 == 0 ? "x" : "y", i % 3 == 0 ? "0.6,0.4" : "0.3,0.7"));
        }
        return rows.toString();
    }

    private static String pairs() {
        StringBuilder rows = new StringBuilder("photo_a,photo_b,same\n");
        for (int i = 0; i < 5; i++) {
            String photo = "cohort/photos/none-" + i;
            rows.append("%s_1.jpg,%s_2.jpg,1\n".formatted(photo, photo));
            rows.append("%s_1.jpg,cohort/photos/wide-eyes-%d_2.jpg,0\n".formatted(photo, i));
        }
        return rows.toString();
    }

    String at(String name) {
        return ground.resolve(name).toString();
    }

    /** Every command that does something, by the words that name it. */
    static Map<String, CommandSpec> commands() {
        Map<String, CommandSpec> commands = new LinkedHashMap<>();
        collect(Main.commandLine(), "", commands);
        return commands;
    }

    private static void collect(CommandLine line, String name, Map<String, CommandSpec> commands) {
        if (line.getSubcommands().isEmpty()) {
            commands.put(name, line.getCommandSpec());
        }
        line.getSubcommands().forEach((word, sub) -> collect(sub, (name + " " + word).strip(), commands));
    }

    /** The options and parameters that take a value. */
    static List<ArgSpec> arguments(CommandSpec command) {
        return Stream.concat(command.positionalParameters().stream(), command.options().stream())
                .filter(argument -> argument.arity().max() > 0)
                .toList();
    }

    static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.names()[0] : argument.paramLabel();
    }

    /** Whether an argument is declared so. */
    static boolean is(ArgSpec argument, Class<? extends Annotation> declared) {
        return ((AnnotatedElement) argument.userObject()).isAnnotationPresent(declared);
    }

    /** What a command is given when nothing is wrong. */
    Map<String, String> sound(String command) {
        return switch (command) {
            case "cohort check" -> given("MANIFEST", at("cohort/manifest.csv"));
            case "cohort align", "cohort audit" -> given("MANIFEST", at("cohort/manifest.csv"), "--out", at("out"));
            case "cohort synth" -> given("--out", at("drawn"), "--count", "none=1", "--photos", "1", "--size", "64");
            case "study init", "readers init" -> given("FILE", at("new.yaml"));
            case "readers serve" -> given("FILE", at("new.yaml"), "--port", "0");
            case "readers pack", "readers export" -> given("FILE", at("new.yaml"), "--out", at("out"));
            case "readers backup" -> given("FILE", at("new.yaml"), "--out", at("copy.db"));
            case "readers merge" -> given("FILE", at("R1.answers"), "--study", at("new.yaml"));
            case "study run" -> given("STUDY", at("study.yaml"), "--out", at("out"));
            case "study refit", "study review" -> given("RUN", at("run"));
            case "bundle make" -> given("RUN", at("run"), "--out", at("made.facies"));
            case "bundle verify", "bundle info" -> given("BUNDLE", at("drawn.facies"));
            case "bundle recalibrate" ->
                given("BUNDLE", at("drawn.facies"), "--cohort", at("cohort/manifest.csv"), "--out", at("made.facies"));
            case "trust add" -> given("PEM", at("public-0.pem"));
            case "study status", "study report" -> given("RUN", at("evaluated"));
            case "study validate" -> given("RUN", at("run"), "--cohort", at("cohort/manifest.csv"), "--out", at("out"));
            case "study power" -> given("--cohort", at("cohort/manifest.csv"), "--out", at("out"));
            case "study quantise" -> given("STUDY", at("study.yaml"), "--out", at("run"));
            case "model pull" -> given("ID", "dlib-resnet");
            case "model info" -> given("ID", "dlib-resnet");
            case "model import" -> given("FILE", at("study.yaml"), "--as", "swept");
            case "model pretrain" ->
                given("--identities", at("cohort/manifest.csv"), "--as", "swept", "--out", at("out"));
            case "model verify" -> given("ID", "dlib-resnet", "--pairs", at("pairs.csv"));
            case "model quantise" -> given("ID", "dlib-resnet", "--cohort", at("cohort/manifest.csv"));
            case "embed" -> given("PHOTO", at("cohort/photos/none-0_1.jpg"), "--model", "dlib-resnet");
            case "evaluate" ->
                given("PREDICTIONS", at("predictions.csv"), "--out", at("evaluated"), "--bootstrap", "1000");
            case "predict" -> given("PHOTO", at("cohort/photos/none-0_1.jpg"), "--bundle", at("drawn.facies"));
            case "demo" -> given("--out", at("out"));
            case "model list", "trust list", "doctor", "readers plan" -> given();
            default -> throw new IllegalArgumentException("no sound line for the new command: " + command);
        };
    }

    /** The same, with something wrong that is found early: for values that would lead to long work. */
    Map<String, String> stopped(String command) {
        Map<String, String> given = sound(command);
        switch (command) {
            case "cohort align", "cohort audit" -> given.put("MANIFEST", at("absent.csv"));
            case "cohort synth" -> given.put("--trap", "camera");
            case "study run", "study quantise" -> given.put("STUDY", at("absent.yaml"));
            case "study power", "model quantise" -> given.put("--cohort", at("absent.csv"));
            case "model pretrain" -> given.put("--identities", at("absent.csv"));
            case "model verify" -> given.put("--pairs", at("absent.csv"));
            case "embed" -> given.put("PHOTO", at("absent.jpg"));
            case "predict" -> given.put("PHOTO", at("absent.jpg"));
            case "demo" -> given.put("--device", "cuda:99");
            default -> {}
        }
        return given;
    }

    private static Map<String, String> given(String... namesAndValues) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return given;
    }

    /** The line with one value in place of what was given there. */
    static List<String> line(String command, Map<String, String> given, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(given);
        changed.put(name, value);
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        changed.forEach((argument, text) -> {
            if (argument.startsWith("--")) {
                words.add(argument);
            }
            words.add(text);
        });
        return List.copyOf(words);
    }
}
