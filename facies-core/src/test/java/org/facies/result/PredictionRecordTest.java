package org.facies.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class PredictionRecordTest {
    @Test
    void it_comes_back_as_it_was_written_on_one_line() {
        PredictionRecord record = SamplePrediction.record();

        ObjectNode tree = PredictionRecord.FORMAT.write(record);

        assertThat(PredictionRecord.FORMAT.read(tree, "line", "Predict again.")).isEqualTo(record);
        assertThat(tree.toString()).doesNotContain("\n").startsWith("{\"format\":1,\"purpose\":");
        assertThat(tree.at("/answer/classes/1/site").doubleValue()).isEqualTo(0.01);
        assertThat(tree.at("/photos/0/faces/1/is_taken").booleanValue()).isTrue();
    }

    @Test
    void photos_that_were_refused_are_not_used() {
        assertThat(SamplePrediction.record().photosUsed()).isEqualTo(1);
    }
}
