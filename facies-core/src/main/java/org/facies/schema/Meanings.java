package org.facies.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.facies.schema.Shape.Field;

/**
 * The texts of {@code meanings.properties}. Each package has such a file for its records and enums, so that records of
 * metrics and tests need not know that they are written to files. A line says {@code Record.component = meaning},
 * {@code Enum.CONSTANT = meaning} or {@code Record = meaning}; a nested type is preceded by its outer type.
 */
final class Meanings {
    private static final String FILE = "meanings.properties";

    private final Map<Package, Properties> byPackage = new HashMap<>();

    /** Of a type itself. */
    Meaning of(Class<?> type) {
        return find(type, "").orElse(Meaning.UNKNOWN);
    }

    /** Of a constant of an enum. */
    Meaning of(Enum<?> constant) {
        return find(constant.getDeclaringClass(), constant.name()).orElse(Meaning.UNKNOWN);
    }

    /**
     * Of a component. For an inline record, the text of the outer record comes first: interval ends are those of a 95 %
     * interval in one record and of a 90 % interval in another.
     *
     * @param group the record whose group of keys the key stands in
     */
    Meaning of(Field field, Class<?> group) {
        String name = field.component().getName();
        return find(group, name)
                .or(() -> find(field.component().getDeclaringRecord(), name))
                .orElse(Meaning.UNKNOWN);
    }

    private Optional<Meaning> find(Class<?> type, String member) {
        String key = name(type) + (member.isEmpty() ? "" : "." + member);
        String line =
                byPackage.computeIfAbsent(type.getPackage(), any -> read(type)).getProperty(key);
        return Optional.ofNullable(line).map(Meaning::of);
    }

    /** The name without the package: {@code Abstention.Target}. */
    static String name(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : name(around) + "." + type.getSimpleName();
    }

    private static Properties read(Class<?> type) {
        Properties lines = new Properties();
        try (InputStream file = type.getResourceAsStream(FILE)) {
            if (file != null) {
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
                lines.load(text);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return lines;
    }
}
