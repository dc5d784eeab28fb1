package org.facies.report;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.facies.report.chart.FigureData;
import org.facies.report.chart.Svg;
import org.facies.report.run.DisplayNames;
import org.facies.report.section.Cell;
import org.facies.report.text.Stamp;

/**
 * A page with some of its parts replaced: drawings and tables of numbers by stamped ones, cells by such as name the
 * classes. The parts are found by walking through the page's records, so that no section can forget its own.
 */
final class PageParts {
    private final UnaryOperator<Object> replacement;

    /** @param replacement of a part; the same object where nothing changes */
    private PageParts(UnaryOperator<Object> replacement) {
        this.replacement = replacement;
    }

    /** The page with the stamp in every drawing and table of numbers; the page itself if there is nothing to stamp. */
    static <T extends Record> T stamped(T page, Stamp stamp) {
        return stamp.isSynthetic() ? new PageParts(part -> stamped(part, stamp)).record(page) : page;
    }

    /** The page with names of classes, not labels, in the reasons that cells give. */
    static <T extends Record> T named(T page, DisplayNames names) {
        return new PageParts(part -> part instanceof Cell cell ? cell.naming(names) : part).record(page);
    }

    private static Object stamped(Object part, Stamp stamp) {
        if (part instanceof Svg figure) {
            return figure.with(stamp);
        }
        return part instanceof FigureData numbers ? numbers.with(stamp) : part;
    }

    /** The part, the same object where nothing in it is replaced. */
    private Object replaced(Object part) {
        Object own = replacement.apply(part);
        if (own != part) {
            return own;
        }
        if (part instanceof List<?> parts) {
            List<Object> all = parts.stream().map(this::replaced).toList();
            return isSame(parts, all) ? parts : all;
        }
        if (part instanceof Optional<?> maybe) {
            Optional<Object> inside = maybe.map(this::replaced);
            return inside.isPresent() && inside.get() != maybe.get() ? inside : maybe;
        }
        if (part instanceof Map<?, ?> map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((key, value) -> all.put(key, replaced(value)));
            return isSame(List.copyOf(map.values()), List.copyOf(all.values())) ? map : all;
        }
        return part instanceof Record record ? record(record) : part;
    }

    private static boolean isSame(List<?> before, List<?> after) {
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) != after.get(i)) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private <T extends Record> T record(T record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        List<Object> before = Arrays.stream(components)
                .map(component -> value(record, component))
                .toList();
        List<Object> after = before.stream().map(this::replaced).toList();
        return isSame(before, after) ? record : (T) made(record.getClass(), components, after);
    }

    /** The value of one component. */
    static Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object made(Class<?> type, RecordComponent[] components, List<Object> values) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(values.toArray());
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException(refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
