package org.facies.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.facies.contrast.Contrast;
import org.facies.result.settings.StudySettings;
import org.junit.jupiter.api.Test;

/** Which contrasts a study plans, and in what else its models differ. */
class ContrastPlanTest {

    @Test
    void the_four_models_of_the_paper_give_start_loss_and_their_interaction() {
        StudySettings study = study(models -> {
            model(models, "cp", true, "cosface", 6);
            model(models, "ap", true, "arcface", 6);
            model(models, "cs", false, "cosface", 10);
            model(models, "as", false, "arcface", 10);
            model(models, "frozen", true, "cosface", 0);
        });

        List<Contrast> planned = ContrastPlan.of(study);

        assertThat(planned)
                .extracting(Contrast::name)
                .containsExactly("pretraining", "loss (arcface minus cosface)", "interaction");
        assertThat(planned.get(0).weights()).isEqualTo(Map.of("cp", 0.5, "ap", 0.5, "cs", -0.5, "as", -0.5));
        ContrastFairness fairness = new ContrastFairness(study);
        assertThat(fairness.differences(planned.get(0)))
                .containsExactly(new ContrastFairness.Difference("epochs", List.of("6"), List.of("10")));
        assertThat(fairness.differences(planned.get(1))).isEmpty();
        assertThat(fairness.unfair())
                .extracting(ContrastFairness.Unfair::sentence)
                .containsExactly(
                        "Contrast “pretraining”: The difference may not be due to pretraining alone. The models"
                                + " also differ in epochs (6; 10).");
    }

    @Test
    void models_of_another_backbone_are_no_part_of_the_factors() {
        StudySettings study = study(models -> {
            model(models, "cp", true, "cosface", 6);
            model(models, "cs", false, "cosface", 6);
            model(models, "other", true, "arcface", 6).put("backbone", "mobilefacenet-512");
        });

        assertThat(ContrastPlan.of(study)).extracting(Contrast::name).containsExactly("pretraining");
    }

    @Test
    void contrasts_that_are_named_come_with_the_margin_of_the_study() {
        StudySettings study = study(models -> {
            model(models, "a", true, "cosface", 6);
            model(models, "frozen", true, "cosface", 0);
        });
        ObjectNode tree = StudySettings.FORMAT.write(study);
        tree.withObject("/evaluation").put("margin", 0.05);
        ObjectNode named = tree.putArray("contrasts").addObject().put("name", "fine-tuning");
        named.putArray("plus").add("a");
        named.putArray("minus").add("frozen");

        List<Contrast> planned = ContrastPlan.of(StudySettings.FORMAT.read(tree, "study", ""));

        assertThat(planned).hasSize(1);
        assertThat(planned.get(0).weights()).isEqualTo(Map.of("a", 1.0, "frozen", -1.0));
        assertThat(planned.get(0).margin()).contains(0.05);
        assertThat(new ContrastFairness(study).differences(planned.get(0))).isEmpty();
    }

    private static StudySettings study(Consumer<ArrayNode> models) {
        ObjectNode tree = StudySettings.FORMAT.write(FullRunFiles.study().settings());
        tree.remove(List.of("ensembles", "factors", "contrasts"));
        models.accept(tree.putArray("models"));
        return StudySettings.FORMAT.read(tree, "study", "");
    }

    private static ObjectNode model(ArrayNode models, String name, boolean pretrained, String loss, int epochs) {
        ObjectNode model = StudySettings.Model.FORMAT
                .write(FullRunFiles.study().settings().models().get(0))
                .put("name", name)
                .put("pretrained", pretrained)
                .put("loss", loss);
        model.withObject("/training").put("epochs", epochs);
        models.add(model);
        return model;
    }
}
