package org.facies.serve.web;

import java.time.Clock;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.web.view.Pages;

/**
 * The study that a server serves.
 *
 * @param software version of Facies, for the protocol
 */
public record StudyRoom(ReadingStore store, Pages pages, Clock clock, String software) {}
