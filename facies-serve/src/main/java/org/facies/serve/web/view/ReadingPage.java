package org.facies.serve.web.view;

/**
 * The page on which cases are read.
 *
 * @param reader the short name
 */
public record ReadingPage(Frame frame, String reader, ReadingSettings settings) {}
