package org.facies.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.reading.ReadingDesign.Order;
import org.facies.reading.ReadingDesign.ShownClass;
import org.junit.jupiter.api.Test;

class ReadingStudyTest {
    private static final Path FILE = Path.of("readers.yaml");

    @Test
    void a_study_reads_back_from_its_file() {
        ReadingStudy study = SampleReading.study();
        assertThat(ReadingStudy.FORMAT.read(ReadingStudy.FORMAT.write(study), "study", "Prepare it again."))
                .isEqualTo(study);
    }

    @Test
    void advice_is_there_for_each_case_or_for_none() {
        ReadingStudy study = SampleReading.study();
        ReadingStudy partial = new ReadingStudy(
                study.design(),
                study.plan(),
                study.cohortSha256(),
                study.model(),
                study.advice().subList(0, 2));
        assertThatThrownBy(() -> ReadingStudy.FORMAT.read(ReadingStudy.FORMAT.write(partial), "study", "Mend it."))
                .isInstanceOf(BadInput.class)
                .hasMessage("study, key advice: has 2 answers instead of 5. Mend it.");
    }

    @Test
    void files_of_one_study_are_known_by_everything_but_the_readers() {
        ReadingStudy study = SampleReading.study();
        ReadingStudy grown = study.withReaders(List.of(new InvitedReader("R9", Arm.UNAIDED, "en")));
        assertThat(grown.id()).isEqualTo(study.id());
        assertThatCode(() -> study.requireSame("R9.json", grown)).doesNotThrowAnyException();
    }

    @Test
    void another_study_is_refused_with_what_differs() {
        ReadingStudy study = SampleReading.study();
        ReadingDesign design = changed(study.design());
        List<ReadingCase> fewer = new ArrayList<>(study.plan().cases());
        fewer.remove(0);
        ReadingStudy other = new ReadingStudy(
                design, new ReadingPlan(fewer, 1, 17, 2, 1), study.cohortSha256(), Optional.empty(), List.of());
        assertThatThrownBy(() -> study.requireSame("R2.json", other))
                .isInstanceOf(BadInput.class)
                .hasMessage("R2.json: \"sample\" belongs to another reader study than \"sample\" (different classes,"
                        + " order.seed, children, model). Merge only files of the same prepared study.");
    }

    @Test
    void after_the_preparation_only_readers_may_be_added() {
        ReadingDesign design = SampleReading.design();
        List<InvitedReader> more = new ArrayList<>(design.readers());
        more.add(0, new InvitedReader("R9", Arm.UNAIDED, "en"));
        assertThatCode(() -> DesignChanges.requireOnlyAddedReaders(FILE, design, design.withReaders(more)))
                .doesNotThrowAnyException();

        List<InvitedReader> other = List.of(
                new InvitedReader("R1", Arm.SEQUENTIAL, "en"), design.readers().get(1));
        assertThatThrownBy(() -> DesignChanges.requireOnlyAddedReaders(
                        FILE, design, changed(design).withReaders(other)))
                .isInstanceOf(BadInput.class)
                .hasMessage("readers.yaml: \"classes, order.seed, readers\" was changed after the reader study was"
                        + " prepared. Restore the previous values, or start a new study with another file or"
                        + " another --data.");
        assertThat(DesignChanges.keys(design, design.withReaders(List.of()))).containsExactly("readers");
    }

    private static ReadingDesign changed(ReadingDesign design) {
        List<ShownClass> classes = new ArrayList<>(design.classes());
        classes.set(2, new ShownClass("y", "Another name"));
        Order order = design.order();
        return new ReadingDesign(
                design.name(),
                design.cohort(),
                classes,
                design.cases(),
                design.pictures(),
                new Order(99, order.block(), order.breakMinutes(), order.repeats()),
                design.practice(),
                design.form(),
                design.model(),
                design.readers(),
                design.invitationDays());
    }
}
