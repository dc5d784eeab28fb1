package org.facies.serve.web;

import java.time.Clock;
import org.facies.serve.store.PictureSource;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.web.view.Pages;

/**
 * What a server serves.
 *
 * @param results what the researcher downloads
 */
public record StudyRoom(ReadingStore store, PictureSource pictures, Pages pages, Results results, Clock clock) {}
