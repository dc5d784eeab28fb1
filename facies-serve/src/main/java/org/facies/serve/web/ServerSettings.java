package org.facies.serve.web;

/**
 * Settings of the port and the access of a server.
 *
 * @param port from 1 to 65535, or 0 for any that is free
 */
public record ServerSettings(int port, Exposure exposure, Limits limits) {}
