package org.facies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.facies.autograd.GraphModule;
import org.facies.bundle.Predictor;
import org.facies.cohort.Cohort;
import org.facies.predict.Classifier;
import org.facies.report.ReportWriter;
import org.junit.jupiter.api.Test;

/**
 * Which libraries a module reaches, by itself or through others, as {@code jdeps} of the JDK finds them in the
 * bytecode.
 */
class LibrariesReachedTest {
    private static final String LIBTORCH = "pytorch|javacpp|openblas";
    private static final String ONNX_RUNTIME = "onnxruntime";

    @Test
    void core_and_report_reach_no_native_library() throws URISyntaxException {
        assertThat(reached(Cohort.class)).doesNotContainPattern(LIBTORCH).doesNotContainPattern(ONNX_RUNTIME);
        assertThat(reached(ReportWriter.class)).doesNotContainPattern(LIBTORCH).doesNotContainPattern(ONNX_RUNTIME);
    }

    @Test
    void vision_reaches_onnx_runtime_and_never_libtorch() throws URISyntaxException {
        assertThat(reached(Classifier.class)).containsPattern(ONNX_RUNTIME).doesNotContainPattern(LIBTORCH);
    }

    @Test
    void a_bundle_answers_without_libtorch() throws URISyntaxException {
        assertThat(reached(Predictor.class)).containsPattern(ONNX_RUNTIME).doesNotContainPattern(LIBTORCH);
    }

    @Test
    void learn_reaches_libtorch() throws URISyntaxException {
        assertThat(reached(GraphModule.class)).containsPattern("pytorch");
    }

    /** The names of all libraries that the module of a class reaches, one a line. */
    private static String reached(Class<?> ofModule) throws URISyntaxException {
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("--multi-release", "17", "--ignore-missing-deps"));
        arguments.addAll(List.of("-summary", "-recursive", "--class-path", classPath(), module(ofModule)));
        int code = jdeps.run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new));
        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString()).contains(" -> java.base");
        return out.toString()
                .lines()
                .map(line -> line.substring(line.indexOf(" -> ") + 4))
                .collect(Collectors.joining("\n"));
    }

    private static String module(Class<?> ofModule) throws URISyntaxException {
        return Path.of(ofModule.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }

    /** Without the jars that hold native code only. */
    private static String classPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !entry.matches(".*-(linux|macosx|windows)-[^/\\\\]*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
