package org.facies.decision;

/** What stands on everything that shows an answer about a child. */
public final class IntendedPurpose {

    /** Carried by every output: terminal, JSON, CSV and pages. */
    public static final String BANNER = "Research software, not a medical device, not for diagnosis.";

    private IntendedPurpose() {}
}
