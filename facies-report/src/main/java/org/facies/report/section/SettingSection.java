package org.facies.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.report.run.Origin;

/**
 * The settings and the provenance of the study.
 *
 * @param shared settings that are the same for all models
 * @param what {@code study} or {@code evaluation}
 * @param study all other settings but those of single models
 * @param yaml the study file, or empty where there is none
 */
public record SettingSection(List<Entry> shared, String what, List<Entry> study, List<Group> provenance, String yaml) {

    /** A setting by its dotted name. */
    public record Entry(String name, String value) {}

    /** Entries under one heading. */
    public record Group(String name, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    public SettingSection {
        shared = List.copyOf(shared);
        study = List.copyOf(study);
        provenance = List.copyOf(provenance);
    }

    static SettingSection of(Origin origin) {
        return new SettingSection(
                entries(origin.shared()),
                origin.isImported() ? "evaluation" : "study",
                entries(origin.settings()),
                groups(origin.provenance()),
                origin.text());
    }

    private static List<Entry> entries(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Grouped by the first part of the name; names without parts come first, as "general". */
    private static List<Group> groups(Map<String, String> settings) {
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        groups.put("general", new ArrayList<>());
        settings.forEach((name, value) -> {
            int dot = name.indexOf('.');
            groups.computeIfAbsent(dot < 0 ? "general" : name.substring(0, dot), g -> new ArrayList<>())
                    .add(new Entry(name.substring(dot + 1), value));
        });
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
