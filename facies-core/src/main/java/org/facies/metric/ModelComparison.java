package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.statistic.McNemar;

/**
 * McNemar's test of two models on the same cases.
 *
 * @param pHolm the exact p adjusted over all pairs of models at this level. At photo level the test takes photos of one
 *     subject for independent, so only the subject level supports a conclusion
 */
public record ModelComparison(String a, String b, Level level, McNemar test, double pHolm) {

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", a);
        json.put("b", b);
        json.put("level", level);
        json.put(
                "table",
                List.of(List.of(test.bothRight(), test.onlyFirst()), List.of(test.onlySecond(), test.bothWrong())));
        json.put("p_exact", test.pExact());
        json.put("chi_square", JsonNumber.orNull(test.chiSquare()));
        json.put("p_chi_square", JsonNumber.orNull(test.pChiSquare()));
        json.put("p_holm", pHolm);
        return json;
    }
}
