package org.facies.serve.web;

/**
 * How a server listens.
 *
 * @param port from 1 to 65535, or 0 for any that is free
 */
public record ServerSettings(int port, Exposure exposure, Limits limits) {}
