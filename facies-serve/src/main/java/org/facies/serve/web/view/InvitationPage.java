package org.facies.serve.web.view;

/**
 * The first page behind a link.
 *
 * @param person the reader's short name; empty for the researcher
 * @param researcher whether the link is the researcher's
 * @param action where the form posts to; it has no fields
 */
public record InvitationPage(Frame frame, String person, boolean researcher, String action) {}
