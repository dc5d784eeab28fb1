package org.facies.serve.pack;

import org.facies.reading.Arm;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingDesign.ShownClass;
import org.facies.serve.store.PreparedStudy;
import org.facies.serve.store.StudyReader;
import org.facies.serve.web.view.ReadingSettings;

/** How a reader's form looks. */
final class FormSettings {
    private FormSettings() {}

    static ReadingSettings of(PreparedStudy study, StudyReader reader) {
        ReadingDesign design = study.design();
        return new ReadingSettings(
                design.classes().stream().map(ShownClass::name).toList(),
                design.form().cannotSay(),
                design.form().confidence(),
                design.form().probabilities(),
                design.form().comment(),
                reader.arm() == Arm.SEQUENTIAL,
                design.practice().feedback(),
                reader.presentations().size(),
                study.plan().practice(),
                design.order().block(),
                design.order().breakMinutes());
    }
}
