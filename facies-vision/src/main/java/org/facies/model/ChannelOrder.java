package org.facies.model;

/** In which order a network takes the colours of a picture. */
public enum ChannelOrder {
    RGB,
    /** As OpenCV reads pictures. */
    BGR
}
