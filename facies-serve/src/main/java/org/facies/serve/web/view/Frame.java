package org.facies.serve.web.view;

import java.util.Optional;

/**
 * The data that all pages need.
 *
 * @param language {@code en} or {@code de}
 * @param study the name of the study; empty on pages for people who have no session
 * @param csrf value of the hidden form field {@code csrf} and of the header {@code X-Facies-Token}; empty without a
 *     session
 */
public record Frame(String language, String study, Optional<String> csrf) {}
