package org.facies.quantise;

import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.embed.Embedding;

/**
 * The embeddings of a photo by a network and by its quantised copy.
 *
 * @param exact of the float32 network
 * @param rounded of the int8 network
 */
record EmbeddedPhoto(Subject subject, Photo photo, Embedding exact, Embedding rounded) {}
