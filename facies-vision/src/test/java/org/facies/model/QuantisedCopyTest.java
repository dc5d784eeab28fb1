package org.facies.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.facies.input.BadInput;
import org.facies.model.MeasuredCost.Change;
import org.facies.model.MeasuredCost.Cosine;
import org.facies.model.MeasuredCost.Speed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuantisedCopyTest {

    private static final MeasuredCost COST = new MeasuredCost(
            "c".repeat(64),
            90,
            180,
            60,
            new Cosine(.9991, .998, .9876),
            new Change(.81, .8, -.03, .01),
            new Change(.5, Double.NaN, Double.NaN, Double.NaN),
            List.of(new Speed(1, 10, 15), new Speed(8, 20, 50)));

    @TempDir
    private Path home;

    private ModelZoo zoo;
    private InstalledModel model;

    @BeforeEach
    void install() {
        zoo = ModelZoo.in(home, card -> false, Clock.systemUTC(), sentence -> {});
        Licence licence = new Licence("MIT", "tests", "");
        ModelKind.Backbone backbone = new ModelKind.Backbone(InputSpec.ARCFACE, 3, "input", "embedding");
        ModelSource source = new ModelSource.UserFile("net.onnx", "a".repeat(64));
        model = zoo.add(
                new ModelCard("mine", "A network.", backbone, source, licence),
                TinyOnnx.network(112, 1).build().toByteArray());
    }

    @Test
    void a_copy_keeps_terms_and_input_and_names_its_cost() {
        zoo.addQuantised(model, "mine-int8", COST, new byte[] {1});

        ModelCard card = zoo.require("mine-int8").card();
        assertThat(card.kind()).isEqualTo(model.card().kind());
        assertThat(card.licence()).isEqualTo(model.card().licence());
        assertThat(card.source()).isEqualTo(new ModelSource.Quantised("mine", model.sha256(), COST));
        assertThat(COST.phrase())
                .isEqualTo("accuracy 0.810 to 0.800 (-0.010, 95 % interval -0.030 to +0.010), macro F1 undefined,"
                        + " cosine 0.9991 on average and 0.9876 at least, speed × 1.50 in"
                        + " batches of 1, 2.50 in batches of 8; 90 subjects, 180 photos");
    }

    @Test
    void a_copy_of_a_restricted_model_is_used_on_the_terms_that_were_agreed_to_for_the_model() {
        ModelZoo agreeing = ModelZoo.in(home, Acknowledgement.GIVEN, Clock.systemUTC(), sentence -> {});
        ModelCard card = model.card();
        Licence bound = new Licence("MIT", "tests", "For research only.");
        InstalledModel restricted =
                agreeing.add(new ModelCard("bound", "A network.", card.kind(), card.source(), bound), new byte[] {1});
        agreeing.addQuantised(restricted, "bound-int8", COST, new byte[] {1});
        agreeing.addTrained(
                new ModelCard("bound-tuned", "A network.", card.kind(), card.source(), bound), new byte[] {1});

        assertThat(zoo.requireAll(List.of("bound", "bound-int8", "bound-tuned")))
                .hasSize(3);
    }

    @Test
    void a_copy_is_not_trained() {
        ModelCard card =
                zoo.addQuantised(model, "mine-int8", COST, new byte[] {1}).card();

        assertThatThrownBy(card::requireTrainable)
                .isInstanceOf(BadInput.class)
                .hasMessage("model: \"mine-int8\" is quantised and cannot be trained. Use mine.");
        model.card().requireTrainable();
    }

    @Test
    void a_copy_replaces_a_copy_of_the_same_model_and_nothing_else() {
        zoo.addQuantised(model, "mine-int8", COST, new byte[] {1});
        InstalledModel again = zoo.addQuantised(model, "mine-int8", COST, new byte[] {2});

        assertThat(again.file()).hasBinaryContent(new byte[] {2});
        for (String taken : List.of("mine", "dlib-resnet")) {
            assertThatThrownBy(() -> zoo.addQuantised(model, taken, COST, new byte[] {1}))
                    .isInstanceOf(BadInput.class)
                    .hasMessage("model id: \"" + taken + "\" is the name of another model. Choose another id.");
        }
    }

    @Test
    void a_damaged_copy_is_to_be_made_again() throws Exception {
        InstalledModel copy = zoo.addQuantised(model, "mine-int8", COST, new byte[] {1});
        Files.write(copy.file(), new byte[] {9});

        assertThatThrownBy(() -> zoo.require("mine-int8"))
                .isInstanceOf(BadInput.class)
                .hasMessage("model: \"mine-int8\" was made from mine, and its file is damaged or missing. Make it"
                        + " again with "
                        + "\"facies model quantise\".");
    }
}
