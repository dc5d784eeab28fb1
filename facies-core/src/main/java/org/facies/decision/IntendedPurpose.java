package org.facies.decision;

import java.util.List;

/** Statements of intended use that accompany every answer about a child. */
public final class IntendedPurpose {

    /** Shown in every output: terminal, JSON, CSV and pages. */
    public static final String BANNER = "Research software, not a medical device, not for diagnosis.";

    /** A paragraph, for the card. */
    public static final String PARAGRAPH =
            "This model is for research on facial features of genetic syndromes. It compares the face in a photo with"
                    + " those of the children that it learnt from, and says which of their diagnoses fit. It is for"
                    + " researchers who have the consent of the children's families, at research sites, on photos like"
                    + " those that it learnt from. It is not a medical device and not for diagnosis: no decision about"
                    + " a child may rest on it. It does not know diagnoses that are not among its classes, and most"
                    + " children who look unusual to it have none of them.";

    /** What it must not be used for, one sentence each. */
    public static final List<String> MISUSE = List.of(
            "To diagnose a child, or to exclude a diagnosis.",
            "To select children from a population, a school or a registry.",
            "On photos taken or used without the consent of the family.",
            "To recognise who a person is.",
            "To infer ethnic origin, character or ability from a face.");

    private IntendedPurpose() {}
}
